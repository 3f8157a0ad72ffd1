import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';

describe('s3: events of both forms', () => {
  test.each([
    ['Object Created', 'info', '已创建'],
    ['ObjectCreated:CompleteMultipartUpload', 'info', '已创建'],
    ['Object Deleted', 'info', '已删除'],
    ['ObjectRemoved:DeleteMarkerCreated', 'info', '已删除'],
    ['LifecycleExpiration:Delete', 'info', '已删除'],
    ['Object Restore Initiated', 'info', '还原中'],
    ['ObjectRestore:Post', 'info', '还原中'],
    ['Object Restore Completed', 'recovery', '已还原'],
    ['ObjectRestore:Completed', 'recovery', '已还原'],
    ['s3:ObjectRestore:Completed', 'recovery', '已还原'],
    ['Object Restore Expired', 'info', '已过期'],
    ['Object Tags Added', 'info', '已更新'],
    ['Object ACL Updated', 'info', '已更新'],
    ['Object Storage Class Changed', 'info', '已更新'],
    ['IntelligentTiering', 'info', '已更新'],
    ['ReducedRedundancyLostObject', 'error', '已丢失'],
    ['Replication:OperationFailedReplication', 'error', '失败'],
    ['Replication:OperationMissedThreshold', 'warning', '超过预期时间'],
  ])('%s', (detailType, severity, status) => {
    const content = renderEvent(detailType, { bucket: { name: 'b' }, object: { key: 'k' } }, { source: 'aws.s3' });
    expect(content.renderer).toBe('s3');
    expect(verdictOf(content)).toEqual([severity, status]);
  });
});

test('s3: a replication that failed says why and where to', () => {
  const replicationEventData = { destinationBucket: 'arn:aws-cn:s3:::dr', failureReason: 'AssumeRoleNotPermitted' };
  const detail = { s3: { bucket: { name: 'b' }, object: { key: 'k' } }, replicationEventData };
  const content = renderEvent('Replication:OperationFailedReplication', detail, { source: 'aws.s3' });
  expect([lineOf(content, '目标'), content.details]).toEqual(['dr', 'AssumeRoleNotPermitted']);
});

describe('s3: keys', () => {
  const titleOf = (detail: object) => renderEvent('Object Created', { bucket: { name: 'b' }, ...detail }).title;

  test('EventBridge writes a key as it is', () => {
    expect(titleOf({ object: { key: 'a+b%20c.csv' } })).toBe('S3 对象 a+b%20c.csv');
  });

  test.each([
    ['a+b%2Bc.csv', 'a b+c.csv'],
    ['%E6%97%A5%E6%8A%A5.csv', '日报.csv'],
    ['100%.csv', '100%.csv'],
  ])('a notification encodes it: %s', (key, shown) => {
    expect(titleOf({ s3: { object: { key } } })).toBe(`S3 对象 ${shown}`);
  });

  test("an application's own Object Created is not S3's", () => {
    expect(() => renderEvent('Object Created', { name: 'x' }, { source: 'com.example' })).toThrow(
      'Cannot find a renderer',
    );
  });
});

test("s3: an address of S3's own is none", () => {
  const lineFor = (ip: string) =>
    lineOf(renderEvent('Object Created', { bucket: { name: 'b' }, 'source-ip-address': ip }), '来源 IP');
  expect([lineFor('203.0.113.24'), lineFor('2001:db8::1'), lineFor('s3.amazonaws.com')]).toEqual([
    '203.0.113.24',
    '2001:db8::1',
    undefined,
  ]);
});

test('s3: the test event of a notification is told as one', () => {
  const content = renderEvent(
    '',
    { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'inbox' },
    { sourceName: 'sns' },
  );
  expect(content.title).toBe('S3 存储桶 inbox');
  expect(lineOf(content, '事件')).toBe('TestEvent');
});

describe('s3: how an object was deleted', () => {
  test.each([
    ['Object Deleted', 'Permanently Deleted', '永久删除'],
    ['Object Deleted', 'Delete Marker Created', '仅添加删除标记（可恢复）'],
    ['Object Deleted', 'Something New', 'Something New'],
    ['ObjectRemoved:Delete', undefined, '永久删除'],
    ['ObjectRemoved:DeleteMarkerCreated', undefined, '仅添加删除标记（可恢复）'],
    ['LifecycleExpiration:Delete', undefined, '永久删除'],
    ['Object Created', undefined, undefined],
  ])('%s, %s: %s', (detailType, type, shown) => {
    const detail = { bucket: { name: 'b' }, object: { key: 'k' }, reason: 'DeleteObject', 'deletion-type': type };
    const content = renderEvent(detailType, detail, { source: 'aws.s3' });
    expect([lineOf(content, '删除方式'), lineOf(content, '操作')]).toEqual([shown, 'DeleteObject']);
  });

  test('the link of what is gone opens the bucket, of what is there the object', () => {
    const linkOf = (detailType: string) =>
      renderEvent(detailType, { bucket: { name: 'b' }, object: { key: 'k' } }, { source: 'aws.s3' }).link;
    expect(linkOf('Object Deleted')).not.toContain('/s3/object/');
    expect(linkOf('Object Created')).toContain('/s3/object/b');
  });
});
