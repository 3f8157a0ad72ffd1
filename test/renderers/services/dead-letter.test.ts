import { describe, expect, test } from 'vitest';
import type { ServiceEvent } from '../../../src/aws/service-event.js';
import { isDeadLetter } from '../../../src/renderers/services/dead-letter/read-dead-letter.js';
import { emptyEvent } from '../../../src/sources/envelope.js';
import { lineOf, renderEvent, renderNotification, verdictOf } from '../../support/render-event.js';

const queue = (name: string, deadLetterOf?: string) => ({
  queue: { arn: `arn:aws-cn:sqs:cn-north-1:111122223333:${name}`, deadLetterOf },
});
const marks = { RequestID: 'r-1', ErrorCode: '200', ErrorMessage: 'Task timed out after 3.00 seconds' };
const rule = {
  RULE_ARN: 'arn:aws:events:ap-southeast-1:111122223333:rule/shop/orders-to-erp',
  TARGET_ARN: 'arn:aws:lambda:ap-southeast-1:111122223333:function:erp',
  ERROR_CODE: 'NO_PERMISSIONS',
  ERROR_MESSAGE: 'Not authorized',
};

/** Good news, and a secret, inside: what a dead letter of any service may hold. */
const healthy = {
  'detail-type': 'OrderPaid',
  source: 'shop.orders',
  detail: { status: 'SUCCEEDED', card: 'never shown' },
};
const notification = {
  Type: 'Notification',
  TopicArn: 'arn:aws-cn:sns:cn-north-1:111122223333:orders',
  Message: 'never shown',
};

describe('dead-letter: each service’s form is red and says whose it is', () => {
  test.each<[string, string, Partial<ServiceEvent>, string, string]>([
    ['EventBridge', 'sqs', { attributes: rule, ...queue('x') }, '投递失败', 'EventBridge 规则 orders-to-erp → erp'],
    [
      'Scheduler',
      'sqs',
      {
        attributes: {
          SCHEDULE_ARN: 'arn:aws:scheduler:ap-southeast-1:111122223333:schedule/default/nightly',
          TARGET_ARN: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
          ERROR_CODE: 'AccessDenied',
        },
      },
      '投递失败',
      '定时任务 nightly → sqs:sendMessage',
    ],
    [
      'Lambda, by a topic',
      'sns',
      { attributes: marks, topicArn: 'arn:aws:sns:x:1:dead' },
      '处理失败',
      'Lambda 死信 dead',
    ],
    ['Lambda, by a queue', 'sqs', { attributes: marks, ...queue('pay-dlq') }, '处理失败', 'Lambda 死信 pay-dlq'],
    [
      'a queue’s redrive policy',
      'sqs',
      queue('anything', 'arn:aws-cn:sqs:cn-north-1:111122223333:orders'),
      '处理失败',
      'SQS 队列 orders',
    ],
    ['a queue that is named so', 'sqs', queue('orders-dlq'), '处理失败', 'SQS 队列 orders-dlq'],
  ])('%s', (_, sourceName, event, status, title) => {
    const content = renderEvent('', healthy, { sourceName: sourceName === 'sns' ? 'sns' : 'sqs', ...event });
    expect(content.renderer).toBe('dead-letter');
    expect(verdictOf(content)).toEqual(['error', status]);
    expect(content.title).toBe(title);
    expect(JSON.stringify(content)).not.toContain('never shown');
  });

  test('SNS: a subscription’s message, by the attributes or by the queue’s name', () => {
    for (const event of [{ attributes: marks, ...queue('x') }, queue('subscription-dlq')]) {
      const content = renderEvent('', notification, { sourceName: 'sqs', ...event });
      expect(content.title).toBe('SNS 主题 orders');
      expect(verdictOf(content)).toEqual(['error', '投递失败']);
      expect(JSON.stringify(content)).not.toContain('never shown');
    }
  });

  test('Pipes: the record that stands for a batch of a stream', () => {
    const record = {
      context: {
        partnerResourceArn: 'arn:aws:pipes:ap-southeast-1:111122223333:pipe/p',
        condition: 'RetryAttemptsExhausted',
      },
      DDBStreamBatchInfo: {
        streamArn: 'arn:aws:dynamodb:ap-southeast-1:1:table/orders/stream/2026-01-05T08:00',
        batchSize: 12,
      },
    };
    const content = renderNotification(record);
    expect(content.title).toBe('EventBridge 管道 p');
    expect(['原因', '来源', '记录数'].map((label) => lineOf(content, label))).toEqual([
      '重试次数已用完',
      'orders',
      '12',
    ]);
  });
});

test('dead-letter: a repeat of Lambda’s has the request’s id', () => {
  const content = renderNotification({ AlarmName: '支付网关 5xx', NewStateValue: 'ALARM' }, { attributes: marks });
  expect(content.id).toBe('lambda:r-1');
  expect(lineOf(content, '请求 ID')).toBe('r-1');
  expect(content.details).toBe('Task timed out after 3.00 seconds');
});

describe('isDeadLetter', () => {
  const read = (event: Partial<ServiceEvent>) => isDeadLetter({ ...emptyEvent('sqs', 'sqs:1', 0), ...event });

  test.each(['orders-dlq', 'OrdersDLQ', 'orders_dead_letter_queue', 'orders-dead-letters', 'orders-dlq.fifo'])(
    'a queue’s name says so: %s',
    (name) => {
      expect(read(queue(name))).toBe(true);
    },
  );

  test.each(['orders', 'dlq-alarms', 'dead-letter-alerts'])('a queue’s name does not: %s', (name) => {
    expect(read(queue(name))).toBe(false);
  });

  test('a record of an invocation is not read as one: it says more itself', () => {
    const detail = {
      requestContext: { functionArn: 'arn:aws:lambda:x:1:function:pay', condition: 'RetriesExhausted' },
    };
    expect(read({ ...queue('pay-dlq'), detail })).toBe(false);
  });

  test('two of Lambda’s three attributes are not enough', () => {
    expect(read({ attributes: { RequestID: 'r-1', ErrorMessage: 'x' } })).toBe(false);
  });
});
