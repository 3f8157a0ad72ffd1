import { expect, test } from 'vitest';
import { renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

const TASK = 'arn:aws-cn:dms:cn-north-1:111122223333:task:QX3RCM4GTWAKWBCDFPFHEXAMPLE';

test.each([
  [
    'DMS Replication Task State Change',
    { type: 'REPLICATION_TASK', eventType: 'REPLICATION_TASK_STARTED' },
    'info',
    '开始',
    'DMS 复制任务',
  ],
  [
    'DMS Replication Task State Change',
    { type: 'REPLICATION_TASK', eventType: 'REPLICATION_TASK_FAILED' },
    'error',
    '失败',
    'DMS 复制任务',
  ],
  [
    'DMS Replication Instance State Change',
    { type: 'REPLICATION_INSTANCE', eventType: 'REPLICATION_INSTANCE_DELETED' },
    'info',
    '已删除',
    'DMS 复制实例',
  ],
  [
    'DMS Replication Instance Storage State Change',
    { type: 'REPLICATION_INSTANCE', eventType: 'LOW_STORAGE' },
    'error',
    '存储空间不足',
    'DMS 复制实例',
  ],
  [
    'DMS Data Migration State Change',
    { type: 'DATA_MIGRATION', eventType: 'DATA_MIGRATION_FAILED' },
    'error',
    '失败',
    'DMS 数据迁移',
  ],
])('dms: %s %j', (detailType, detail, severity, status, title) => {
  const content = renderEvent(detailType, detail);
  expect(verdictOf(content)).toEqual([severity, status]);
  expect(content.title).toBe(title);
});

test('dms: a task is named by the end of its link, as its ARN ends in a random id', () => {
  const resourceLink = 'https://console.amazonaws.cn/dms/v2/home?region=cn-north-1#taskDetails/orders-cdc';
  const content = renderEvent(
    'DMS Replication Task State Change',
    { type: 'REPLICATION_TASK', resourceLink },
    { resources: [TASK] },
  );
  expect(content).toMatchObject({ title: 'DMS 复制任务 orders-cdc', link: resourceLink });
});

test('dms: an SNS message is told from one of RDS, whose form it has', () => {
  const message = {
    'Event Source': 'replication-task',
    SourceId: 'orders-cdc',
    'Event Message': 'Replication task has failed.',
  };
  expect(renderNotification(message)).toMatchObject({
    renderer: 'dms',
    severity: 'error',
    title: 'DMS 复制任务 orders-cdc',
  });
});
