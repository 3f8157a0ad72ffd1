import { expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.js';
import { rehearse } from '../../src/app/rehearsal.js';
import { NO_ROUTES } from '../../src/routing/rule.js';

test.each([
  ['posts at once', {}],
  ['queues', { QUEUE_URL: 'https://sqs.example/q.fifo' }],
  ['drains the queue', { DRAIN_QUEUE_URL: 'https://sqs.example/q.fifo' }],
  [
    'speaks English in another time zone',
    { MESSAGE_LANGUAGE: 'en', TIME_ZONE: 'Europe/Berlin', MESSAGE_FORMAT: 'markdown' },
  ],
])('rehearse: an alarm goes all the way, once, where the function %s', async (_, env) => {
  expect(await rehearse({ ...readConfig(env), routes: NO_ROUTES })).toBe(1);
});
