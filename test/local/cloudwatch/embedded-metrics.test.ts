import { describe, expect, it } from 'vitest';
import { embeddedMetrics } from '../../../local/cloudwatch/embedded-metrics.js';
import { createLog } from '../../../src/base/log.js';

describe('embeddedMetrics', () => {
  it('embeddedMetrics: what our own log counts, with the service as the only dimension', () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => 1000,
      'wecomrobot-prod',
    );
    log.write('info', 'notification', { robot: 'default' }, { unavailable: 1, waitingSeconds: 320 });
    log.write('info', 'nothing to count');
    const of = (metric: string, value: number) => ({
      namespace: 'wecomrobot',
      metric,
      value,
      at: 1000,
      dimensions: { service: 'wecomrobot-prod' },
    });
    expect(lines.flatMap(embeddedMetrics)).toEqual([of('unavailable', 1), of('waitingSeconds', 320)]);
  });

  it('embeddedMetrics: a list of values, and each set of dimensions', () => {
    const line = {
      _aws: {
        Timestamp: 5,
        CloudWatchMetrics: [{ Namespace: 'n', Dimensions: [['a'], []], Metrics: [{ Name: 'm' }, { Name: 'absent' }] }],
      },
      a: 'x',
      m: [1, 2],
    };
    const of = (value: number, dimensions: object) => ({ namespace: 'n', metric: 'm', value, at: 5, dimensions });
    expect(embeddedMetrics(JSON.stringify(line))).toEqual([of(1, { a: 'x' }), of(2, { a: 'x' }), of(1, {}), of(2, {})]);
  });

  it.each(['', 'START RequestId: 1', '{"_aws":{}}', '[1]'])('embeddedMetrics: %j has none', (line) => {
    expect(embeddedMetrics(line)).toEqual([]);
  });
});
