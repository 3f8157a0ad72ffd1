import { expect, test } from 'vitest';
import { createIsWatched } from '../../src/app/is-watched.js';
import type { Notification, Origin } from '../../src/domain/notification.js';

const isWatched = createIsWatched({
  watchTopics: ['arn:aws:sns:ap-southeast-1:111122223333:ops', 'arn:aws:sns:us-east-1:444455556666:billing'],
  watchAlarmRule: false,
  region: 'ap-southeast-1',
  drainQueueUrl: 'https://sqs.ap-southeast-1.amazonaws.com/111122223333/wecomrobot-prod.fifo',
});
const HERE = { account: '111122223333', region: 'ap-southeast-1', alarmName: 'cpu' } as const;

test.each<[string, boolean, Origin, Partial<Notification>]>([
  ['by a topic that leads here', true, { ...HERE, source: 'sns', topic: 'ops' }, {}],
  ['by such a topic of another region', true, { ...HERE, source: 'sns', topic: 'billing', region: 'us-east-1' }, {}],
  ['by another topic', false, { ...HERE, source: 'sns', topic: 'billing' }, {}],
  ['by no topic', false, { ...HERE, source: 'sns' }, {}],
  ['by an action', true, { ...HERE, source: 'alarm' }, {}],
  ['by an alarm rule that there is not', false, { ...HERE, source: 'eventbridge' }, {}],
  ['of another account', false, { ...HERE, source: 'alarm', account: '444455556666' }, {}],
  ['of a contributor', false, { ...HERE, source: 'alarm' }, { thing: '["cpu","web-1"]' } as Partial<Notification>],
  ['of another tool', false, { ...HERE, source: 'alarm' }, { renderer: 'alertmanager' }],
])('createIsWatched: a change %s: %s', (_, expected, origin, over) => {
  const notification = { kind: 'rendered', renderer: 'cloudwatch-alarm', thing: 'cpu', origin, ...over };
  expect(isWatched(notification as Notification)).toBe(expected);
});

test('createIsWatched: without roads nothing is watched', () => {
  const none = createIsWatched({ watchTopics: [], watchAlarmRule: false, region: '', drainQueueUrl: '' });
  const origin = { ...HERE, source: 'alarm' };
  expect(none({ kind: 'rendered', renderer: 'cloudwatch-alarm', thing: 'cpu', origin } as Notification)).toBe(false);
});
