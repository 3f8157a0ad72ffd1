import { describe, expect, test } from 'vitest';
import { stateOfText } from '../../../src/renderers/toolkit/event-state.js';
import { wordsOf } from '../../../src/text/words.js';

const zh = wordsOf('zh-CN');

describe('stateOfText', () => {
  test.each([
    ['ALARM', 'error', '告警'],
    ['firing', 'error', '告警'],
    ['FAILED', 'error', '失败'],
    ['UPDATE_ROLLBACK_COMPLETE', 'error', '失败'],
    ['ROLLING_BACK', 'error', '失败'],
    ['VPN-CONNECTION-IPSEC-DOWN', 'error', '失败'],
    ['STALLED', 'warning', '警告'],
    ['EC2 Instance Launch Unsuccessful', 'error', '失败'],
    ['UnHealthy', 'error', '失败'],
    ['TIMED_OUT', 'error', '超时'],
    ['Timeout', 'error', '超时'],
    ['AccessDenied', 'error', '已拒绝'],
    ['DEAUTHORIZED', 'error', '已拒绝'],
    ['NON_COMPLIANT', 'warning', '警告'],
    ['STOPPED', 'warning', '已停止'],
    ['CANCELED', 'info', '已取消'],
    ['SUPERSEDED', 'info', '已取消'],
    ['terminated', 'info', '已删除'],
    ['SUCCEEDED', 'recovery', '成功'],
    ['CREATE_COMPLETE', 'recovery', '成功'],
    ['IN_PROGRESS', 'info', '运行中'],
    ['STARTING', 'info', '开始'],
    ['created', 'info', '已创建'],
  ])('%s is %s: %s', (state, severity, status) => {
    expect(stateOfText(state, zh)).toEqual({ severity, status });
  });

  test.each([
    '',
    'scale-down',
    'alert-manager',
    'Scaling down',
    'shut-down',
    'default',
    'failover',
    'incomplete',
    'payment-api',
    '订单',
  ])('%j tells nothing', (text) => {
    expect(stateOfText(text, zh)).toBeUndefined();
  });
});
