import { expect, test } from 'vitest';
import { createIsWatched } from '../../../src/app/consumer/is-watched.js';
import type { Notification } from '../../../src/domain/notification.js';
import type { Origin } from '../../../src/domain/origin.js';

const CONFIG = {
  watchTopics: ['arn:aws:sns:ap-southeast-1:111122223333:ops', 'arn:aws:sns:us-east-1:444455556666:billing'],
  watchAlarmRule: false,
  region: 'ap-southeast-1',
};
const isWatched = createIsWatched(CONFIG, () => '111122223333');
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

test('createIsWatched: without roads nothing is watched, and nothing in an account that is not known', () => {
  const origin = { ...HERE, source: 'alarm' };
  const change = { kind: 'rendered', renderer: 'cloudwatch-alarm', thing: 'cpu', origin } as Notification;
  expect(createIsWatched({ ...CONFIG, watchTopics: [] }, () => '111122223333')(change)).toBe(false);
  expect(createIsWatched(CONFIG, () => undefined)(change)).toBe(false);
});
