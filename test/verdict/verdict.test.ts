import { describe, expect, test } from 'vitest';
import { judgeEvent, judgeHeading, judgeState } from '../../src/verdict/verdict.js';

describe('judgeState: a state in any words', () => {
  test.each([
    ['ALARM', 'error', 'alarm'],
    ['CRITICAL', 'critical', 'alarm'],
    ['UPDATE_ROLLBACK_COMPLETE', 'error', 'failed'],
    ['VPN-CONNECTION-IPSEC-DOWN', 'error', 'failed'],
    ['VPN-CONNECTION-IPSEC-UP', 'recovery', 'ok'],
    ['NOT_STALLED', 'recovery', 'ok'],
    ['UnHealthy', 'error', 'failed'],
    ['unresolved', 'error', 'alarm'],
    ['0 errors', 'recovery', 'ok'],
    ['已恢复', 'recovery', 'recovered'],
    ['告警恢复', 'recovery', 'recovered'],
    ['恢复失败', 'error', 'failed'],
    ['未恢复', 'error', 'alarm'],
    ['未发现异常', 'recovery', 'ok'],
    ['失败 0', 'recovery', 'ok'],
    ['scale-down', 'info', 'notice'],
    ['PENDING_APPROVAL', 'info', 'waiting'],
    ['up_for_retry', 'warning', 'warning'],
    ['TROUBLE', 'warning', 'warning'],
    ['OUTSIDE_METRIC_THRESHOLD', 'warning', 'warning'],
    ['default', 'info', 'notice'],
  ])('%s is %s: %s', (text, severity, standing) => {
    expect(judgeState(text)).toMatchObject({ severity, standing });
  });
});

describe('judgeHeading: what stands at the start of a subject', () => {
  test.each([
    ['Build Finished With 0 Errors', 'recovery', 'unmistakable'],
    ['PaymentFailed', 'error', 'unmistakable'],
    ['[FIRING:2] HighErrorRate', 'error', 'unmistakable'],
    ['[RESOLVED] disk full on db-2', 'recovery', 'unmistakable'],
    ['Build FAILURE: checkout #1', 'error', 'unmistakable'],
    ['【失败】夜间备份', 'error', 'unmistakable'],
    ['[P1] Checkout down', 'critical', 'unmistakable'],
    ['Failed Logins Report', 'warning', 'doubt'],
    ['支付失败率周报', 'info', 'none'],
    ['Device core-sw1 recovered from Devices up/down', 'recovery', 'unmistakable'],
    ['Recovery from backup failed', 'error', 'unmistakable'],
    ['web-1 is DOWN since 10:02 (connection refused)', 'error', 'unmistakable'],
    ['web-1 is UP again, it was down for 3 minutes', 'recovery', 'unmistakable'],
    ['Settling down is hard', 'info', 'none'],
    ['备份完成，但有 2 个库未备份成功', 'error', 'unmistakable'],
    ['数据库 12 月 1 日升级，届时服务短暂不可用', 'warning', 'doubt'],
    ['值班：李雷，如有故障请联系', 'info', 'none'],
    ['p95 latency weekly', 'info', 'none'],
  ])('%s is %s: %s', (text, severity, certainty) => {
    expect(judgeHeading(text)).toMatchObject({ severity, certainty });
  });
});

describe('judgeEvent: what counts among several values', () => {
  test.each([
    [{ status: 'completed', conclusion: 'failure' }, 'error', 'stated'],
    [{ state: 'NORMAL', previousState: 'ALARM' }, 'recovery', 'stated'],
    [{ priority: 'CRITICAL', state: 'CLOSED' }, 'recovery', 'stated'],
    [{ state: 'closed', title: 'Fix typo' }, 'info', 'stated'],
    [{ success: false }, 'error', 'stated'],
    [{ errorMessage: 'x', errorType: 'y' }, 'error', 'unmistakable'],
    [{ statusCode: 503 }, 'error', 'unmistakable'],
    [{ total: 120, succeeded: 117, failed: 3 }, 'warning', 'unmistakable'],
    [{ level: 50, msg: 'x' }, 'error', 'stated'],
    [{ message: 'disk check failed on db-2' }, 'warning', 'doubt'],
    [{ msg: '[checkout] [🔴 Down] connection refused' }, 'error', 'stated'],
    [{ msg: '[checkout] [✅ Up] 200 - OK' }, 'recovery', 'stated'],
    [{ msg: '[checkout] [🔴] connected' }, 'info', 'none'],
    [{ tags: [{ key: 'level', value: 'CRITICAL' }] }, 'critical', 'stated'],
    [{ orderId: 1 }, 'info', 'none'],
    // What is acknowledged or silenced calls nobody once more; a failure beside a silenced thing does.
    [{ type: 'ACKNOWLEDGEMENT', host: 'db-1', state: 'CRITICAL' }, 'warning', 'doubt'],
    [{ alert: { status: 'firing', severity: 'critical', route: { status: 'muted' } } }, 'critical', 'stated'],
    // An open alert is trouble, and a pull request that is open is not.
    [{ incident: { state: 'open', policy: 'CPU' } }, 'warning', 'doubt'],
    [{ incident: { state: 'closed', type: 'threshold missed' } }, 'recovery', 'stated'],
    [{ problem: 'P-1', state: 'MERGED' }, 'info', 'stated'],
    [{ alert_group: { state: 'new', title: 'CPU' } }, 'warning', 'doubt'],
    [{ issue: { state: 'OPEN', severity: 10 } }, 'warning', 'doubt'],
    [{ issue: { state: 'CLOSED', severity: 10 } }, 'recovery', 'stated'],
    [{ monitorName: '5xx', triggerType: 'ResolvedCritical' }, 'recovery', 'unmistakable'],
    [{ monitorName: '5xx', triggerType: 'Critical' }, 'critical', 'unmistakable'],
    // Counts by grade, and what is none.
    [{ event: 'scan.completed', vulnerabilities: { critical: 2, high: 1 } }, 'warning', 'doubt'],
    [{ event: 'scan.completed', vulnerabilities: { critical: 0, high: 0, medium: 0 } }, 'recovery', 'unmistakable'],
    [{ price: { high: 99, low: 3 }, limits: { warning: 80, critical: 90 } }, 'info', 'none'],
    [{ device: 'x', fault: true }, 'warning', 'doubt'],
    [{ result: 'SUCCESS', message: '完成，但有 3 条记录写入失败' }, 'warning', 'doubt'],
    [{ runResult: 'succeededWithIssues' }, 'warning', 'stated'],
    // A sender's small severity does not make a failure silent.
    [{ severity: 'DEBUG', outcome: { result: 'FAILURE' } }, 'warning', 'stated'],
    // Keys whose words are not parted, and a state in words beside its number.
    [{ NOTIFICATIONTYPE: 'PROBLEM', SERVICESTATE: 'CRITICAL', LASTSERVICESTATE: 'OK' }, 'critical', 'stated'],
    [{ NOTIFICATIONTYPE: 'RECOVERY', HOSTSTATE: 'UP', LASTHOSTSTATE: 'DOWN' }, 'recovery', 'stated'],
    [{ statusCode: 'FAIL', statusName: '运行失败' }, 'error', 'stated'],
    [{ event: { level: 1, level_name: '致命', status: 'ABNORMAL' } }, 'critical', 'stated'],
    [{ alertType: '1', alertTypeFriendlyName: 'Down' }, 'error', 'unmistakable'],
    // Conditions of Kubernetes.
    [{ conditions: [{ type: 'Ready', status: 'False' }] }, 'error', 'stated'],
    [
      {
        conditions: [
          { type: 'MemoryPressure', status: 'False' },
          { type: 'Ready', status: 'True' },
        ],
      },
      'recovery',
      'stated',
    ],
    [{ conditions: [{ type: 'MemoryPressure', status: 'True' }] }, 'warning', 'stated'],
    // A failure counts wherever it stands beside good news.
    [{ status: 'success', rows_total: 1200, rows_failed: 1200 }, 'warning', 'doubt'],
    [{ ok: true, steps: [{ ok: true }, { ok: false }] }, 'warning', 'doubt'],
    [{ type: 'FLAPPINGSTART', state: 'UP' }, 'warning', 'doubt'],
    [{ result: 'success', max_failures: 3, last_failed: 2, hasErrors: false }, 'recovery', 'stated'],
    [{ checks: { db: 'ok', redis: 'down' } }, 'warning', 'doubt'],
    [{ web1: 'OK', web2: 'CRITICAL - no response' }, 'warning', 'doubt'],
    [{ note: 'errors: 0', summary_line: 'Failures: none' }, 'info', 'none'],
    [{ theme: 'red', battery: 'high' }, 'info', 'none'],
    [{ device: 'cam-3', online: false }, 'warning', 'doubt'],
    [{ order: 'SO-1', paid: false, notify: false }, 'info', 'none'],
    [{ domain: 'example.com', sslExpiryDaysLeft: 7 }, 'warning', 'doubt'],
    [{ domain: 'example.com', days_until_expiry: 80 }, 'info', 'none'],
  ])('%j is %s, %s', (value, severity, certainty) => {
    expect(judgeEvent(value)).toMatchObject({ severity, certainty });
  });
});
