import { describe, expect, test } from 'vitest';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

const SNS = { 'Event Source': 'db-instance', 'Source ID': 'orders', 'Event Message': 'DB instance restarted' };

describe('rds: what the event is about', () => {
  test.each([
    ['RDS DB Instance Event', 'DB_INSTANCE', 'RDS 数据库实例 orders', '#database:id=orders;is-cluster=false'],
    ['RDS DB Cluster Event', 'CLUSTER', 'RDS 数据库集群 orders', '#database:id=orders;is-cluster=true'],
    ['RDS DB Snapshot Event', 'SNAPSHOT', 'RDS 数据库快照 orders', '#snapshots-list:'],
    ['RDS DB Cluster Snapshot Event', 'CLUSTER_SNAPSHOT', 'RDS 数据库集群快照 orders', '#snapshots-list:'],
    ['RDS DB Parameter Group Event', 'DB_PARAMETER_GROUP', 'RDS 数据库参数组 orders', '#databases:'],
    ['RDS DB Proxy Event', 'DB_PROXY', 'RDS 数据库代理 orders', '#databases:'],
    ['RDS Blue Green Deployment Event', 'BLUE_GREEN_DEPLOYMENT', 'RDS 蓝绿部署 orders', '#databases:'],
    ['RDS Zero ETL Event', 'ZERO_ETL', 'RDS 集成 orders', '#databases:'],
  ])('%s', (detailType, SourceType, title, page) => {
    const content = renderEvent(detailType, { SourceType, SourceIdentifier: 'orders', Message: 'Finished' });
    expect(content.title).toBe(title);
    expect(content.link).toBe(`https://cn-north-1.console.amazonaws.cn/rds/home?region=cn-north-1${page}`);
  });
});

test.each([undefined, 'SOMETHING_NEW'])(
  'rds: where the source type is %j, the detail-type says what it is',
  (SourceType) => {
    const content = renderEvent('RDS DB Cluster Event', {
      SourceType,
      SourceIdentifier: 'orders',
      Message: 'Finished',
    });
    expect(content.title).toBe('RDS 数据库集群 orders');
  },
);

describe('rds: by SNS', () => {
  test('an SNS message is known by its source, or by the id of its event', () => {
    expect(renderNotification(SNS).renderer).toBe('rds');
    const { 'Event Source': _, ...rest } = SNS;
    expect(
      renderNotification({ ...rest, 'Event ID': 'http://docs.aws.amazon.com/AmazonRDS/x#RDS-EVENT-0006' }).renderer,
    ).toBe('rds');
  });

  test('account, region and time are those of the source, not of the topic', () => {
    const content = renderNotification(
      {
        ...SNS,
        'Source ARN': 'arn:aws:rds:ap-southeast-1:444455556666:db:orders',
        'Event Time': '2026-11-22 03:12:40.123',
      },
      { account: '111122223333', region: 'us-east-1' },
    );
    expect(content.where).toBe('444455556666 ap-southeast-1');
    expect(lineOf(content, '时间')).toBe('2026-11-22 11:12:40');
    expect(content.occurredAt).toBe(Date.UTC(2026, 10, 22, 3, 12, 40, 123));
  });

  test('a kind without a page of its own takes the link in the message', () => {
    const link = 'https://console.amazonaws.cn/rds/home?region=cn-north-1#parameter-group-details:x';
    expect(renderNotification({ ...SNS, 'Event Source': 'db-param', 'Identifier Link': link }).link).toBe(link);
  });
});

test('rds: both roads read alike', () => {
  const Message = 'The free storage capacity for DB Instance: orders is low at 9%';
  const event = renderEvent('RDS DB Instance Event', {
    SourceType: 'DB_INSTANCE',
    SourceIdentifier: 'orders',
    Message,
    EventID: 'RDS-EVENT-0089',
  });
  const message = renderNotification({
    ...SNS,
    'Event Message': Message,
    'Event ID': 'https://x/AmazonRDS#RDS-EVENT-0089',
  });
  const { id: _, origin: __, ...shown } = event;
  expect(message).toMatchObject(shown);
  expect(verdictOf(event)).toEqual(['error', '存储空间不足']);
});

describe('rds: what has only begun is not done', () => {
  test.each([
    ['DB instance restarted', 'warning', '已重启'],
    ['The DB instance is being restarted.', 'warning', '重启中'],
    ["Cluster 'dw' began restart at 2026-11-22 03:12 UTC.", 'warning', '重启中'],
    ['DB instance is being stopped due to it exceeding the maximum allowed time.', 'warning', '正在停止'],
    ['DB instance stopped.', 'warning', '已停止'],
    ['The DB instance is being deleted.', 'info', '删除中'],
    ['DB instance deleted.', 'info', '已删除'],
    ['Recovery of the DB instance has started.', 'warning', '恢复中'],
    ['Multi-AZ instance failover started.', 'warning', '故障转移'],
    ['Multi-AZ instance failover completed.', 'recovery', '故障转移完成'],
  ])('%s: %s, %s', (message, severity, status) => {
    expect(verdictOf(renderNotification({ ...SNS, 'Event Message': message }))).toEqual([severity, status]);
  });
});
