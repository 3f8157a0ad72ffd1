import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

describe("elasticache: a cluster's SNS message is one key", () => {
  test.each([
    ['AddCacheNodeComplete', 'recovery', '成功'],
    ['CacheClusterProvisioningFailed', 'error', '失败'],
    ['CacheNodesRebooted', 'warning', '已重启'],
    ['FailoverComplete', 'recovery', '故障转移完成'],
    ['NodeReplacementCanceled', 'info', '已取消'],
    ['SnapshotFailed', 'error', '失败'],
    ['CreateReplicationGroupComplete', 'recovery', '成功'],
  ])('%s', (name, severity, status) => {
    const content = renderNotification({ [`ElastiCache:${name}`]: 'pay-session' });
    expect(content).toMatchObject({ renderer: 'elasticache', title: 'ElastiCache 缓存集群 pay-session' });
    expect(verdictOf(content)).toEqual([severity, status]);
  });

  test.each([
    ['FailoverComplete', '故障转移完成'],
    ['NodeReplacementScheduled', '已安排节点替换'],
    ['SomethingNew', 'Something New'],
  ])('%s is told as %s', (name, event) => {
    expect(lineOf(renderNotification({ [`ElastiCache:${name}`]: 'pay-session' }), '事件')).toBe(event);
  });

  test('or the same as text', () => {
    const content = renderNotification({}, { text: 'ElastiCache:CacheNodeReplaceComplete : pay-session' });
    expect(content.title).toBe('ElastiCache 缓存集群 pay-session');
  });
});

describe('elasticache: serverless caches by EventBridge', () => {
  test.each([
    ['Cache Created', 'info', '已创建'],
    ['Cache Creation Failed', 'error', '失败'],
    ['Cache Deleted', 'info', '已删除'],
    ['Cache Limit Approaching', 'warning', '警告'],
    ['Snapshot Export Failed', 'error', '失败'],
  ])('%s', (detailType, severity, status) => {
    const content = renderEvent(
      detailType,
      { SourceType: 'SERVERLESS_CACHE', SourceIdentifier: 'cart' },
      { source: 'aws.elasticache' },
    );
    expect(content.title).toBe('ElastiCache 缓存 cart');
    expect(verdictOf(content)).toEqual([severity, status]);
  });
});
