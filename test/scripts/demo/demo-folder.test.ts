import { expect, test } from 'vitest';
import { judgeSample, skipReasons } from '../../../scripts/demo/demo-folder.js';
import { ALREADY_DELIVERED } from '../../../src/app/direct.js';

const message = {
  number: 1,
  robot: 'plain',
  at: 0,
  message: { msgtype: 'text' },
  mentions: { all: false, mobiles: [], userIds: [] },
};
const skipLine = JSON.stringify({ message: 'notification', status: 'skipped', reason: 'muted' });

const repeatLine = JSON.stringify({ status: 'skipped', reason: ALREADY_DELIVERED });

test.each([
  ['shown is delivered', undefined, [message], [], { status: 'delivered', messages: [message] }],
  ['HTTP 200 and shown is delivered', { statusCode: 200 }, [message], [], { status: 'delivered', messages: [message] }],
  ['HTTP 401 is failed', { statusCode: 401, body: '{}' }, [], [], { status: 'failed', why: 'HTTP 401 {}' }],
  ['a reason in the log is skipped', undefined, [], ['no JSON', skipLine], { status: 'skipped', why: 'muted' }],
  ['a repeat is told as such', undefined, [], [repeatLine], { status: 'repeat' }],
  ['a repeat beside a reason is skipped', undefined, [], [repeatLine, skipLine], { status: 'skipped', why: 'muted' }],
  ['nothing at all is failed', undefined, [], [], { status: 'failed', why: 'answered, but the group shows nothing' }],
] as const)('judgeSample: %s', (_name, answer, messages, lines, outcome) => {
  expect(judgeSample(answer, messages, lines)).toEqual(outcome);
});

test('skipReasons: reads only the lines that say skipped', () => {
  const delivered = JSON.stringify({ status: 'delivered', reason: 'none' });
  expect(skipReasons([delivered, skipLine, '{', skipLine])).toEqual(['muted', 'muted']);
});
