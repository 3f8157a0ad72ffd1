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
  ])('%j is %s, %s', (value, severity, certainty) => {
    expect(judgeEvent(value)).toMatchObject({ severity, certainty });
  });
});
