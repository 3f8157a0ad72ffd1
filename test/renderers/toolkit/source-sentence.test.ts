import { describe, expect, test } from 'vitest';
import { classifySentence } from '../../../src/renderers/toolkit/source-sentence.js';
import { wordsOf } from '../../../src/text/words.js';

const words = wordsOf('zh-CN');

/** Sentences in RDS's, DMS's, ElastiCache's and Redshift's manner. */
describe('classifySentence', () => {
  test.each([
    ['Allocated storage has been exhausted.', 'error', '存储空间不足'],
    ['The DB instance reached the maximum storage', 'error', '存储空间不足'],
    ['low storage', 'error', '存储空间不足'],
    ['The DB instance has failed due to an incompatible configuration', 'error', '失败'],
    ['Cluster failover failed', 'error', '失败'],
    ['Unable to take an automated snapshot', 'error', '失败'],
    ['Multi-AZ instance failover completed', 'warning', '故障转移'],
    ['Automatic failover to node orders-002 was triggered', 'warning', '故障转移'],
    ['failover complete', 'warning', '故障转移'],
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
    expect(classifySentence(sentence, undefined, words)).toEqual({ severity, status });
  });

  test('where no word tells, the severity does', () => {
    expect(classifySentence('Something about the cluster', 'ERROR', words)?.severity).toBe('error');
    expect(classifySentence('Something about the cluster', 'INFO', words)).toBeUndefined();
  });
});
