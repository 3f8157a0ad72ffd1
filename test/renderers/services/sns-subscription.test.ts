import { expect, test } from 'vitest';
import { lineOf, renderEvent, verdictOf } from '../../support/render-event.js';
import { rowsOf } from '../../support/rows-of.js';

const confirmation = (Type: string) => ({
  Type,
  TopicArn: 'arn:aws:sns:ap-southeast-1:111122223333:ops',
  Token: 'secret-token',
  SubscribeURL: 'https://sns.ap-southeast-1.amazonaws.com/?Action=ConfirmSubscription&Token=secret-token',
});

test.each([
  ['SubscriptionConfirmation', '等待确认', /确认之前/],
  ['UnsubscribeConfirmation', '订阅已取消', /不再收到/],
])('sns-subscription: %s says so, without its token', (type, status, details) => {
  const queue = { arn: 'arn:aws:sqs:ap-southeast-1:111122223333:inbox' };
  const content = renderEvent('', confirmation(type), { sourceName: 'sqs', queue });
  expect(verdictOf(content)).toEqual(['warning', status]);
  expect(content.title).toBe('订阅 SNS 主题 ops');
  expect(lineOf(content, '队列')).toBe('inbox');
  expect(rowsOf(content)[0]).toMatch(details);
  expect(JSON.stringify(content)).not.toContain('secret-token');
});
