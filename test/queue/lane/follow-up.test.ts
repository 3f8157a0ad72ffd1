import { describe, expect, test } from 'vitest';
import { createRecentIds } from '../../../src/base/recent-ids.js';
import type { DeliveryResult } from '../../../src/domain/delivery.js';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import { createDrain } from '../../../src/queue/drain.js';
import type { ReceivedMessage } from '../../../src/queue/message/item.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { recordLog } from '../../support/lines.js';
import { writtenNotification } from '../../support/queue-item.js';

const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
const GRAPH = { region: 'eu-west-1', widget: '{}' };

const alarm = (id: string, over: object = {}): Notification => ({
  ...writtenNotification(id, { severity: 'critical', ...over }),
  graph: GRAPH,
});
const picture = (id: string, bytes = 1000): Notification => ({
  ...writtenNotification(`${id}:graph`),
  kind: 'native',
  native: { msgtype: 'image', image: { base64: 'A'.repeat(bytes), md5: '' } },
  mentions: NOBODY,
  isOptional: true,
});

interface Options {
  /** How long it takes to draw, milliseconds. `undefined`: for ever. */
  readonly drawMs?: number | undefined;
  readonly bytes?: number;
  /** What SQS says waits, in turn; then 0. */
  readonly waiting?: readonly number[];
  readonly answer?: DeliveryResult | Error;
  /** How long an attempt takes, milliseconds. */
  readonly postMs?: number;
}

/** The consumer in hand-moved time: what it does, and when. */
function bench({ drawMs = 800, bytes, waiting = [], answer = DELIVERED, postMs = 0, ...rest }: Options = {}) {
  const clock = createFakeClock(0);
  const log = recordLog(clock.now);
  const did: string[] = [];
  const note = (what: string): void => void did.push(`${clock.now()} ${what}`);
  const isForEver = 'drawMs' in rest;
  let asked = 0;
  const idsOf = (messages: readonly ReceivedMessage[]): string => messages.map(({ messageId }) => messageId).join('+');
  const drain = createDrain<string>({
    queue: {
      changeVisibility: async () => [],
      delete: async (messages) => note(`delete ${idsOf(messages)}`),
      send: async (entries) => {
        for (const { groupId } of entries) note(`queue in ${groupId}`);
        return [];
      },
      waiting: async () => waiting[asked++] ?? 0,
      deadLetter: async (message) => note(`park ${message.messageId}`),
    },
    prepare: async (item) => ({ ...item, notice: '', whom: '' }),
    merge: (items) => [{ items, messages: [items.map(({ messageId }) => messageId).join('+')], accepted: 0 }],
    compose: (item) => ({ items: [item], messages: [item.messageId], accepted: 0 }),
    attempt: async (_, message, deadlineMs) => {
      note(`post ${message}`);
      await clock.sleep(Math.min(postMs, deadlineMs - clock.now()));
      if (answer instanceof Error) throw answer;
      return answer;
    },
    makeFollowUp: async ({ notification }, signal) => {
      note('draw');
      const over = new Promise<'over'>((resolve) => signal.addEventListener('abort', () => resolve('over')));
      const end = await Promise.race(isForEver ? [over] : [over, clock.sleep(drawMs)]);
      note(end === 'over' ? 'given up' : 'drawn');
      return end === 'over' ? undefined : picture(notification.id, bytes);
    },
    probe: async () => false,
    tellParked: async () => false,
    faultOf: () => 'robot',
    onHeartbeat: async () => {},
    report: ({ notification }, { status }) => note(`report ${notification.id} ${status}`),
    sift: (items) => ({ told: items, withheld: [] }),
    onWithheld: () => {},
    onParked: async () => {},
    done: createRecentIds(clock.now),
    minIntervalMs: 3400,
    maxBytes: 256 * 1024,
    clock,
    random: () => 0,
    log,
  });
  return {
    did,
    log,
    clock,
    drain,
    run: async (...messages: readonly ReceivedMessage[]) => {
      const response = drain(messages, clock.now() + 60_000);
      await clock.advance(20_000);
      return (await response).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
  };
}

const received = (notification: Notification, over: Partial<ReceivedMessage & { queuedAt: number }> = {}) => ({
  messageId: notification.id,
  receiptHandle: `receipt of ${notification.id}`,
  body: writeQueueBody({ notification, queuedAt: over.queuedAt ?? 0 }),
  receiveCount: 1,
  groupId: 'default',
  ...over,
});

describe('follow-up: after the only message of a batch', () => {
  test('the text is posted at once, the picture drawn while its robot rests, and queued before the text is done with', async () => {
    const { did, run } = bench();
    expect(await run(received(alarm('a')))).toEqual([]);
    expect(did).toEqual([
      '0 post a',
      '0 report a delivered',
      '0 draw',
      '800 drawn',
      '800 queue in default',
      '3400 delete a',
    ]);
  });

  test('what is not drawn when the robot may post again is given up: nothing waits for it', async () => {
    const { did, run } = bench({ drawMs: 10_000 });
    await run(received(alarm('a')));
    expect(did).toEqual(['0 post a', '0 report a delivered', '0 draw', '3400 given up', '3400 delete a']);
  });

  test.each([
    ['others wait by then', { waiting: [0, 1] }, 'Others wait'],
    ['it is larger than SQS takes', { bytes: 260 * 1024 }, expect.stringMatching(/^Its message would take \d+ bytes$/)],
  ])('it is not queued if %s, and one line says so', async (_, options, reason) => {
    const { did, log, run } = bench(options);
    await run(received(alarm('a')));
    expect(did.filter((line) => line.includes('queue'))).toEqual([]);
    expect(log.lines.filter(({ message }) => message === 'follow-up not queued')).toEqual([
      expect.objectContaining({ id: 'a', reason }),
    ]);
  });

  test.each([
    ['of two messages', [alarm('a'), alarm('b')]],
    ['of one without a graph', [writtenNotification('a')]],
  ])('there is none %s', async (_, notifications) => {
    const { did, run } = bench();
    await run(...notifications.map((one) => received(one)));
    expect(did.filter((line) => line.includes('draw'))).toEqual([]);
  });

  test('there is none of a message that was not shown', async () => {
    const { did, run } = bench({ answer: { status: 'unavailable', retryAfterMs: 0, reason: 'no' } });
    expect(await run(received(alarm('a')))).toEqual(['a']);
    expect(did.filter((line) => line.includes('draw'))).toEqual([]);
  });

  test('there is none of a full batch, behind which more may wait', async () => {
    const { did, run } = bench();
    await run(...Array.from({ length: 10 }, (_, index) => received(alarm(String(index)))));
    expect(did.filter((line) => line.includes('draw'))).toEqual([]);
  });
});

describe('follow-up: the picture itself', () => {
  test('alone, it is posted, and the group is free again one interval after it began', async () => {
    const { did, run } = bench({ postMs: 900 });
    await run(received(picture('a')));
    expect(did).toEqual(['0 post a:graph', '900 report a:graph delivered', '3400 delete a:graph']);
  });

  test('one that WeCom is slow to take holds the group no longer than that', async () => {
    const { did, run } = bench({
      postMs: 10_000,
      answer: { status: 'unconfirmed', retryAfterMs: 5000, reason: 'no answer' },
    });
    expect(await run(received(picture('a')))).toEqual([]);
    expect(did).toEqual(['0 post a:graph', '3400 delete a:graph']);
  });

  test.each([
    ['another message is with it', [alarm('b'), picture('a')], {}, {}],
    ['another came meanwhile', [picture('a')], { waiting: [1] }, {}],
    ['it comes a second time', [picture('a')], {}, { receiveCount: 2 }],
    ['it comes over a minute late', [picture('a')], {}, { queuedAt: -60_001 }],
  ])('it is dropped if %s', async (_, notifications, options, over) => {
    const { did, log, run } = bench(options);
    expect(await run(...notifications.map((one) => received(one, over)))).toEqual([]);
    expect(did.filter((line) => /post .*graph|park/.test(line))).toEqual([]);
    expect(did.some((line) => /delete .*a:graph/.test(line))).toBe(true);
    expect(log.lines.map(({ message }) => message)).toContain('optional message not shown');
  });

  test.each<readonly [string, DeliveryResult | Error]>([
    ['unavailable', { status: 'unavailable', retryAfterMs: 65_000, reason: 'too fast' }],
    ['unconfirmed', { status: 'unconfirmed', retryAfterMs: 5000, reason: 'no answer' }],
    ['refused', { status: 'refused', code: { kind: 'wecom', value: 40009 }, reason: 'too large' }],
    ['broken', new Error('a bug of ours')],
  ])('%s: it is tried once, neither parked nor counted as a failure, and one line says so', async (status, answer) => {
    const { did, log, run } = bench({ answer });
    expect(await run(received(picture('a')))).toEqual([]);
    expect(did).toEqual(['0 post a:graph', '3400 delete a:graph']);
    expect(log.lines.filter(({ message }) => message === 'optional message not shown')).toEqual([
      expect.objectContaining({ id: 'a:graph', status }),
    ]);
  });

  test('createDrain: an exception of ours has a line of the level ERROR', async () => {
    const { log, run } = bench({ answer: new Error('a bug of ours') });
    await run(received(picture('a')));
    expect(log.lines.filter(({ level }) => level === 'ERROR')).toEqual([
      expect.objectContaining({ message: 'message not posted, bug in the code', reason: 'Error: a bug of ours' }),
    ]);
  });

  test('a text that comes while it is posted waits one interval at most', async () => {
    const { did, clock, drain } = bench({ postMs: 900 });
    const first = drain([received(picture('a'))], 60_000);
    await clock.advance(3400);
    expect(await first).toEqual({ batchItemFailures: [] });
    const second = drain([received(alarm('b'))], 60_000);
    await clock.advance(20_000);
    await second;
    expect(did.filter((line) => line.includes('post'))).toEqual(['0 post a:graph', '3400 post b']);
  });
});
