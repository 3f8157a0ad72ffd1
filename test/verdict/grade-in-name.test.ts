import { describe, expect, it } from 'vitest';
import { severityInName } from '../../src/verdict/grade-in-name.js';

describe('severityInName', () => {
  it.each([
    ['支付网关 5xx-P1', 'critical'],
    ['P2-支付网关', 'error'],
    ['pay-gateway-5xx-p3', 'warning'],
    ['cpu SEV-2', 'error'],
    ['[warning] 磁盘', 'warning'],
    ['磁盘[WARNING]', 'warning'],
    ['【提示】结算完成较慢', 'info'],
    ['【严重】支付', 'critical'],
    ['支付网关（P1）', 'critical'],
    ['【支付】订单积压-警告', 'warning'],
    ['cpu-utilization-critical', 'critical'],
    ['disk_used_warn', 'warning'],
  ])('severityInName: %s is %s', (name, severity) => {
    expect(severityInName(name)).toBe(severity);
  });

  it.each([
    '支付网关 5xx',
    'api-p95-latency',
    's3-replication',
    'p4d-gpu-utilization',
    'memory-low',
    'cpu-high',
    'alb-5xx-error',
    'user-info',
    'critical',
    'warning-service-cpu',
    '[error rate] pay',
    '【支付】',
    'TargetTracking-service/prod/pay-AlarmHigh-1234',
    'normal-priority-queue',
    '',
  ])('severityInName: %s has no grade', (name) => {
    expect(severityInName(name)).toBeUndefined();
  });
});
