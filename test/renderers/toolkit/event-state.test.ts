import { describe, expect, test } from 'vitest';
import { stateOfSentence, stateOfText } from '../../../src/renderers/toolkit/event-state.js';
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
    ['IN_PROGRESS', 'info', '进行中'],
    ['STARTING', 'info', '开始'],
    ['shut-down', 'warning', '已停止'],
    ['incomplete', 'warning', '警告'],
    ['failover', 'warning', '故障转移'],
    ['created', 'info', '已创建'],
  ])('%s is %s: %s', (state, severity, status) => {
    expect(stateOfText(state, zh)).toEqual({ severity, status });
  });

  test.each(['', 'scale-down', 'alert-manager', 'Scaling down', 'default', 'payment-api', '订单'])(
    '%j tells nothing',
    (text) => {
      expect(stateOfText(text, zh)).toBeUndefined();
    },
  );
});

/** Sentences in RDS's, DMS's, ElastiCache's and Redshift's manner. */
describe('stateOfSentence', () => {
  test.each([
    ['Allocated storage has been exhausted.', 'error', '存储空间不足'],
    ['The DB instance reached the maximum storage', 'error', '存储空间不足'],
    ['low storage', 'error', '存储空间不足'],
    ['The DB instance has failed due to an incompatible configuration', 'error', '失败'],
    ['Cluster failover failed', 'error', '失败'],
    ['Unable to take an automated snapshot', 'error', '失败'],
    ['Multi-AZ instance failover completed', 'recovery', '故障转移完成'],
    ['Automatic failover to node orders-002 was triggered', 'warning', '故障转移'],
    ['failover complete', 'recovery', '故障转移完成'],
    ['Replication has stopped.', 'error', '已停止'],
    ['Read replica has fallen behind', 'warning', '复制延迟'],
    ['DB instance restarted', 'warning', '已重启'],
    ['Cache node rebooted', 'warning', '已重启'],
    ['DB instance shutdown', 'warning', '已停止'],
    ['Recovery of the DB instance has started.', 'warning', '恢复中'],
    ['Recovery of the DB instance is complete.', 'recovery', '恢复'],
    ['Replication resumed', 'recovery', '恢复'],
    ['The DB instance is currently unavailable.', 'warning', '不可用'],
    ['REPLICATION_TASK_STOPPED Stop Reason FULL_LOAD_ONLY_FINISHED', 'recovery', '成功'],
    ['REPLICATION_TASK_FAILED', 'error', '失败'],
    ['Offline patching of DB instance', 'warning', '不可用'],
    ['Minor version upgrade is available', 'info', '维护'],
    ['Backing up DB instance', 'info', '开始'],
    ['Finished DB instance backup', 'recovery', '成功'],
    ['DB instance created', 'info', '已创建'],
    ['Storage configuration was modified to follow the workload', 'info', '已更新'],
  ])('%s', (sentence, severity, status) => {
    expect(stateOfSentence(sentence, zh)).toEqual({ severity, status });
  });
});
