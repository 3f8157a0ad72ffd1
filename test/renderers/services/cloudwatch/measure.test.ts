import { describe, expect, test } from 'vitest';
import { formatMeasure, unitOf } from '../../../../src/renderers/services/cloudwatch/measure.js';
import { wordsOf } from '../../../../src/text/words.js';

const zh = wordsOf('zh-CN');

describe('formatMeasure', () => {
  test.each([
    [87.456, 'Percent', '87.46%'],
    [10737418240, 'Bytes', '10 GB'],
    [-2048, 'Bytes', '-2 KB'],
    [1.5, 'Gigabytes', '1.5 GB'],
    [3, 'Megabytes/Second', '3 MB/s'],
    [0.25, 'Seconds', '250 毫秒'],
    [1.234, 'Seconds', '1.23 秒'],
    [900, 'Seconds', '15 分钟'],
    [1843.2, 'Milliseconds', '1.84 秒'],
    [12, 'Microseconds', '0.01 毫秒'],
    [1234567, 'Count', '1,234,567'],
    [12, 'Count/Second', '12/s'],
    [5, 'None', '5'],
    [5, undefined, '5'],
    [5, 'Furlongs', '5 Furlongs'],
  ])('%d %s is %s', (value, unit, text) => {
    expect(formatMeasure(value, unit, zh)).toBe(text);
  });
});

describe('unitOf', () => {
  const metric = (namespace: string, name: string, statistic = 'Average', unit?: string) => ({
    namespace,
    name,
    statistic,
    unit,
  });
  test.each([
    [metric('AWS/EC2', 'CPUUtilization'), 'Percent'],
    [metric('CWAgent', 'disk_used_percent'), 'Percent'],
    [metric('AWS/RDS', 'FreeStorageSpace'), 'Bytes'],
    [metric('AWS/NATGateway', 'BytesOutToDestination'), 'Bytes'],
    [metric('AWS/EBS', 'VolumeReadBytes'), 'Bytes'],
    [metric('AWS/EC2', 'NetworkIn'), 'Bytes'],
    [metric('AWS/EC2', 'EBSReadBytes', 'SampleCount'), undefined],
    [metric('Shop/Orders', 'Bytes'), undefined],
    [metric('AWS/ApplicationELB', 'TargetResponseTime', 'p99'), 'Seconds'],
    [metric('AWS/ApiGateway', 'Latency', 'p99'), 'Milliseconds'],
    [metric('AWS/RDS', 'FreeStorageSpace', 'SAMPLE_COUNT'), undefined],
    [metric('AWS/EC2', 'CPUUtilization', 'SampleCount', 'Percent'), undefined],
    [metric('Payments', 'CPUUtilization'), undefined],
    [metric('Payments', 'Amount', 'Sum', 'Count'), 'Count'],
  ])('%j is in %s', (given, unit) => {
    expect(unitOf({ ...given, unit: given.unit })).toBe(unit);
  });
});
