import { describe, expect, test } from 'vitest';
import { toldSeverity } from '../../../src/payloads/written/told-severity.js';

describe('toldSeverity', () => {
  test.each([
    ['[FIRING:2] HighLatency (prod)', '{{ template }}', 'error'],
    ['[RESOLVED] HighLatency (prod)', 'x', 'recovery'],
    ['', 'Severity: CRITICAL\nHost: db-2', 'critical'],
    ['', '级别：严重\n主机：db-2', 'critical'],
    ['Build FAILURE: pay #1', 'https://x', 'error'],
    ['【失败】夜间备份', '', 'error'],
    ['', '【恢复】数据库', 'recovery'],
    ['', '备份完成', 'recovery'],
    ['周报', '本周订单 1,024 笔', 'info'],
    ['', 'Hello', 'info'],
  ])('%j %j: %s', (subject, text, severity) => {
    expect(toldSeverity(subject, text)).toBe(severity);
  });
});
