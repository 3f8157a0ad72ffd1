import { describe, expect, test } from 'vitest';
import { toldVerdict } from '../../../src/payloads/written/told-verdict.js';

describe('toldVerdict', () => {
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
    // A first line with a colon in it is no value under a name.
    ['pay', 'java.lang.OutOfMemoryError: Java heap space\n\tat com.example.Report.build(Report.java:211)', 'error'],
    ['', 'Traceback (most recent call last):\n  File "job.py", line 8\nRuntimeError: x', 'error'],
    ['', '2026-11-30 02:00:01.123 ERROR [pay] 1 --- [exec-3] c.e.Refund : 退款失败', 'error'],
    ['', 'level=error ts=2026-11-30T02:00:00Z msg="compaction failed"', 'error'],
    ['', '告警：订单服务 5xx 突增\n当前值 12%', 'error'],
    ['', '夜间巡检完成：共 120 项，通过 117 项，失败 3 项', 'error'],
    ['', '夜间巡检完成：共 120 项，通过 120 项，失败 0 项', 'recovery'],
    ['Cron <root@db-2> backup.sh', 'backup.sh: line 12: pg_dump: command not found\nexit status 127', 'error'],
    ['Cron <root@db-2> sync.sh', 'sent 12 files\nexit status 0', 'info'],
    ['', 'Resolved: High memory usage on web-2\nCurrent: 41%', 'recovery'],
    ['', 'Health report\nweb-1: OK\nweb-2: CRITICAL - no response', 'warning'],
    // A sentence further down leaves a doubt.
    ['Note', 'Hello team,\n\nthe nightly backup failed on db-2.', 'warning'],
  ])('%j %j: %s', (subject, text, severity) => {
    expect(toldVerdict(subject, text)).toMatchObject({ severity });
  });
});
