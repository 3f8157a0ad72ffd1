import { describe, expect, it } from 'vitest';
import { createRecentIds } from '../../src/base/recent-ids.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';
import { HEARTBEAT_GROUP, writeHeartbeat } from '../../src/domain/heartbeat.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { createDrain } from '../../src/queue/drain.js';
import { NO_ATTEMPTS } from '../../src/queue/message/attempts.js';
import { carrierEntry } from '../../src/queue/message/carrier.js';
import { sentBackEntry } from '../../src/queue/message/entry.js';
import type {
  CompleteItems,
  Item,
  LookUpTime,
  Outgoing,
  PreparedItem,
  ReceivedMessage,
} from '../../src/queue/message/item.js';
import { readQueueBody, writeQueueBody } from '../../src/queue/message/queue-body.js';
import { createFakeClock } from '../support/fake-clock.js';
import { recordLog } from '../support/lines.js';
import { itemOf, writtenNotification } from '../support/queue-item.js';

const DELIVERED: DeliveryResult = { status: 'delivered', messages: 1 };
const LIMITED: DeliveryResult = {
  status: 'unavailable',
  retryAfterMs: 65_000,
  reason: 'too fast',
  code: { kind: 'wecom', value: 45009 },
};
const NO_ROBOT: DeliveryResult = { status: 'refused', code: { kind: 'wecom', value: 93000 }, reason: 'no such robot' };

/** Makes a message be posted alone. */
const SUSPECT = { ...NO_ATTEMPTS, failedAlone: 1 };

interface Options {
  readonly answers?: Readonly<Record<string, DeliveryResult>>;
  /** Message ids whose receipt is no longer valid. */
  readonly expired?: readonly string[];
  readonly failing?: 'hide' | 'park' | 'remove' | 'send';
  /** Calls of SQS that are never answered. */
  readonly hanging?: readonly ('hide' | 'remove' | 'send')[];
  /** Sets the clock back by so many milliseconds at the first post. */
  readonly setBackMs?: number;
  /** Ids of notifications that belong to the lane of the robot `dba`. */
  readonly elsewhere?: readonly string[];
  /** Ids of notifications that cannot be composed. */
  readonly broken?: readonly string[];
  /** The secret cannot be read. */
  readonly unprepared?: DeliveryResult;
  /** Looks up more about the items of a batch. */
  readonly complete?: CompleteItems;
}

function setUp(options: Options = {}) {
  const {
    answers = {},
    expired = [],
    failing,
    broken = [],
    unprepared,
    elsewhere = [],
    hanging = [],
    complete,
  } = options;
  const fake = createFakeClock(0);
  let backMs = 0;
  const clock = { ...fake, now: () => fake.now() - backMs };
  const hang = (what: 'hide' | 'remove' | 'send') =>
    hanging.includes(what) ? new Promise<never>(() => {}) : undefined;
  const log = recordLog(clock.now);
  const did: string[] = [];
  let answeredMs = 0;
  const note = (what: string, messages: readonly ReceivedMessage[], rest = '') => {
    if (failing === what) throw new Error(`${what} failed`);
    did.push(`${clock.now()} ${what} ${messages.map(({ messageId }) => messageId).join('+')}${rest}`);
  };
  const postOf = (items: readonly PreparedItem[]): Outgoing<string> => {
    if (items.some(({ notification }) => broken.includes(notification.id))) throw new Error('Cannot compose it');
    return { items, messages: [items.map(({ messageId }) => messageId).join('+')], accepted: 0 };
  };
  const drain = createDrain<string>({
    queue: {
      changeVisibility: async (messages, seconds) => {
        note('hide', messages, ` ${seconds} s`);
        // The first call is that of the batch.
        if (did.length > 1) await hang('hide');
        return messages.filter(({ messageId }) => expired.includes(messageId));
      },
      delete: async (messages) => {
        note('remove', messages);
        await hang('remove');
      },
      send: async (entries) => {
        if (failing === 'send') throw new Error('send failed');
        did.push(`${clock.now()} send on ${entries.map(({ groupId }) => groupId).join('+')}`);
        await hang('send');
        return [];
      },
      waiting: async () => 0,
      deadLetter: async (message, { code }) => note('park', [message], ` ${code}`),
    },
    prepare: async (item) => {
      if (unprepared) return unprepared;
      return elsewhere.includes(item.notification.id) ? { item, to: 'dba' } : { ...item, notice: '', whom: '' };
    },
    merge: (items) => [postOf(items)],
    compose: (item) => postOf([item]),
    attempt: async (_, message) => {
      did.push(`${fake.now()} send ${message}`);
      backMs = options.setBackMs ?? 0;
      return answers[message] ?? DELIVERED;
    },
    probe: async () => {
      did.push(`${clock.now()} probe`);
      return false;
    },
    tellParked: async () => false,
    faultOf: () => 'robot',
    onHeartbeat: async ({ at }) => void did.push(`${clock.now()} heartbeat of ${at}`),
    report: () => {},
    makeFollowUp: async () => undefined,
    sift: (items) => ({ told: items, withheld: [] }),
    onWithheld: () => {},
    beginLookUps: complete && (() => complete),
    onParked: async (items) => void did.push(`${clock.now()} told of ${items.length} parked`),
    done: createRecentIds(clock.now),
    minIntervalMs: 3400,
    maxBytes: 256 * 1024,
    clock,
    random: () => 0,
    log,
  });
  const run = async (messages: readonly ReceivedMessage[], remainingMs = 60_000) => {
    const startedAt = fake.now();
    const response = drain(messages, clock.now() + remainingMs).finally(() => {
      answeredMs = fake.now() - startedAt;
    });
    await clock.advance(60_000);
    return (await response).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { run, did, log, answeredAfterMs: () => answeredMs };
}

/** A body whose message is posted alone. */
const suspectBody = (id: string): string =>
  writeQueueBody({ notification: writtenNotification(id), queuedAt: 0, attempts: SUSPECT });

const inRobot = (id: string, robot: string): Item => {
  const notification: Notification = writtenNotification(id, { robot });
  return itemOf(id, { notification });
};

describe('sentBackEntry', () => {
  it('sentBackEntry: it holds the notification as it was queued, not as it was about to be told', () => {
    const mentions = { people: ['王芳'], mobiles: [], userIds: [], all: true };
    const queued = itemOf('a', { notification: writtenNotification('a', { mentions }) });
    const flaps = { count: 3, calls: false };
    const told = { ...queued, notification: { ...queued.notification, flaps, mentions: NOBODY } };
    const { notification } = readQueueBody(sentBackEntry(told).body);
    expect(notification).toEqual(queued.notification);
  });
});

describe('createDrain', () => {
  it('createDrain: what is looked up about a batch is shown, once its time to be sent has been told', async () => {
    const times: LookUpTime[] = [];
    const complete: CompleteItems = async (items, time) => {
      times.push(time);
      return items.map((item) => ({ ...item, messageId: `${item.messageId}!` }));
    };
    const { run, did } = setUp({ complete });
    await run([itemOf('a'), itemOf('b')]);
    expect(did).toContain('0 send a!+b!');
    // The answer takes 1.5 s, the interval 3.4 s, an attempt 2 s.
    expect(times).toEqual([{ freeUntilMs: 0, untilMs: 53_100 }]);
  });

  it('createDrain: in a storm nothing is looked up', async () => {
    let asked = 0;
    const complete: CompleteItems = async (items) => {
      asked += 1;
      return items;
    };
    const { run, did } = setUp({ complete });
    await run(Array.from({ length: 10 }, (_, index) => itemOf(`m${index}`)));
    expect(did.some((line) => line.includes(' send '))).toBe(true);
    expect(asked).toBe(0);
  });

  it('createDrain: a batch is held past the invocation, posted merged, deleted after the trailing wait', async () => {
    const { run, did } = setUp();
    expect(await run([itemOf('a'), itemOf('b')])).toEqual([]);
    expect(did).toEqual(['0 hide a+b 70 s', '0 send a+b', '0 remove a', '3400 remove b']);
  });

  it('createDrain: robots proceed side by side', async () => {
    const { run, did } = setUp();
    await run([inRobot('a', 'default'), inRobot('b', 'dba'), inRobot('c', 'default')]);
    expect(did.filter((line) => line.includes('send'))).toEqual(['0 send a+c', '0 send b']);
  });

  it('createDrain: where a receipt has expired nothing is sent to its robot, and the rest is given back at once', async () => {
    const { run, did } = setUp({ expired: ['a'] });
    expect(await run([itemOf('a'), itemOf('b'), inRobot('c', 'dba')])).toEqual(['a', 'b']);
    expect(did).toEqual(['0 hide a+b+c 70 s', '0 hide b 0 s', '0 send c', '3400 remove c']);
  });

  it('createDrain: items not reached before the deadline come back at once', async () => {
    const { run, did } = setUp();
    const suspects = Array.from({ length: 9 }, (_, n) => itemOf(`${n}`, { body: suspectBody(`${n}`) }));
    expect(await run(suspects, 30_000)).toEqual(['7', '8']);
    expect(did.at(-1)).toBe('23800 hide 7+8 0 s');
  });

  it('createDrain: without the time for one attempt nothing is sent, and the messages do not come again at once', async () => {
    const { run, did, log } = setUp();
    expect(await run([itemOf('a')], 5000)).toEqual(['a']);
    expect(did).toEqual(['0 hide a 15 s', '0 hide a 30 s']);
    expect(log.lines.at(-1)).toMatchObject({ level: 'ERROR' });
  });

  it('createDrain: what belongs to another lane is sent there, then deleted here, and not posted', async () => {
    const { run, did } = setUp({ elsewhere: ['a'] });
    expect(await run([itemOf('a'), itemOf('b')])).toEqual([]);
    expect(did).toEqual(['0 hide a+b 70 s', '0 send on dba', '0 remove a', '0 send b', '3400 remove b']);
  });

  it('createDrain: what cannot be sent to its lane stays on the queue', async () => {
    const { run, did } = setUp({ elsewhere: ['a'], failing: 'send' });
    expect(await run([itemOf('a'), itemOf('b')])).toEqual(['a']);
    expect(did.filter((line) => line.includes('remove'))).toEqual(['0 remove b']);
  });

  it('createDrain: what may have been shown and is not confirmed goes to the end of its group, and waits there', async () => {
    const { run, did } = setUp({ answers: { a: { status: 'unconfirmed', retryAfterMs: 0, reason: 'no answer' } } });
    expect(await run([itemOf('a')])).toEqual([]);
    expect(did).toEqual(['0 hide a 70 s', '0 send a', '3400 probe', '6800 send on default', '6800 remove a']);
    const body = writeQueueBody({
      notification: writtenNotification('a'),
      queuedAt: 0,
      attempts: { ...NO_ATTEMPTS, unconfirmed: 1, probedAt: 6000 },
    });
    expect(await run([itemOf('b', { body })])).toEqual(['b']);
    expect(did.at(-1)).toMatch(/hide b 20 s$/);
  });

  const HEARTBEAT = { ...itemOf('h', { body: writeHeartbeat({ at: 1000 }) }), groupId: HEARTBEAT_GROUP };

  it('createDrain: a heartbeat is acknowledged and heard beside the robots, and never posted', async () => {
    const { run, did } = setUp();
    expect(await run([HEARTBEAT, itemOf('a')])).toEqual([]);
    expect(did.filter((line) => /h\b|heartbeat/.test(line))).toEqual([
      '0 hide h+a 70 s',
      '0 remove h',
      '0 heartbeat of 1000',
    ]);
    expect(did.filter((line) => line.includes('send'))).toEqual(['0 send a']);
  });

  it.each([
    ['its visibility timeout cannot be changed', { failing: 'hide' }],
    ['its receipt has expired', { expired: ['h'] }],
    ['it cannot be deleted', { failing: 'remove' }],
  ] as const)(
    'createDrain: a heartbeat is acknowledged and not heard if %s, as a message would not be shown',
    async (_, options) => {
      const { run, did, log } = setUp(options);
      expect(await run([HEARTBEAT])).toEqual([]);
      expect(did.filter((line) => line.includes('heartbeat'))).toEqual([]);
      expect(log.lines.at(-1)).toMatchObject({ level: 'WARN', message: 'heartbeat failed' });
    },
  );

  it('createDrain: where the batch cannot be held nothing is sent, and all of it comes again', async () => {
    const { run, did } = setUp({ failing: 'hide' });
    expect(await run([itemOf('a'), itemOf('b')])).toEqual(['a', 'b']);
    expect(did).toEqual([]);
  });

  it('createDrain: after 45009 the robot rests 65 s', async () => {
    const { run, did } = setUp({ answers: { 'a+b': LIMITED } });
    expect(await run([itemOf('a'), itemOf('b')])).toEqual(['a', 'b']);
    expect(did).toEqual(['0 hide a+b 70 s', '0 send a+b', '3400 hide a+b 65 s']);
  });

  it('createDrain: what WeCom refused is parked with its code, then deleted, and told of', async () => {
    const { run, did } = setUp({ answers: { 'a+b': NO_ROBOT } });
    expect(await run([itemOf('a'), itemOf('b')])).toEqual([]);
    expect(did).toEqual([
      '0 hide a+b 70 s',
      '0 send a+b',
      '0 park a wecom:93000',
      '0 park b wecom:93000',
      '0 remove a',
      '0 told of 2 parked',
      '3400 remove b',
    ]);
  });

  it('createDrain: what cannot be parked stays on the queue, hidden by its receipts', async () => {
    const { run, did } = setUp({ answers: { 'a+b': NO_ROBOT }, failing: 'park' });
    expect(await run([itemOf('a', { receiveCount: 2 }), itemOf('b')])).toEqual(['a', 'b']);
    expect(did).toEqual(['0 hide a+b 70 s', '0 send a+b', '3400 hide a+b 10 s']);
  });

  it('createDrain: an unreadable body that cannot be parked stays, and its neighbours are sent', async () => {
    const { run, did } = setUp({ failing: 'park' });
    expect(await run([itemOf('x', { body: 'not ours' }), itemOf('b')])).toEqual(['x']);
    expect(did).toEqual(['0 hide x+b 70 s', '0 send b', '0 remove b', '3400 hide x 5 s']);
  });

  it('createDrain: an unreadable body and an item that cannot be composed are parked alone', async () => {
    const { run, did } = setUp({ broken: ['b'] });
    expect(await run([itemOf('x', { body: 'not ours' }), itemOf('b'), itemOf('c')])).toEqual([]);
    expect(did).toEqual([
      '0 hide x+b+c 70 s',
      '0 park x UnreadableBodyError',
      '0 park b Error',
      '0 remove x+b',
      '0 told of 2 parked',
      '0 send c',
      '3400 remove c',
    ]);
  });

  it('createDrain: while the secret cannot be read nothing is sent or parked, and all of it comes again at one time', async () => {
    const { run, did } = setUp({ unprepared: { status: 'unavailable', retryAfterMs: 5000, reason: 'no secret' } });
    expect(await run([itemOf('a', { receiveCount: 3 }), itemOf('b')])).toEqual(['a', 'b']);
    expect(did).toEqual(['0 hide a+b 70 s', '0 hide a+b 20 s']);
  });

  it('createDrain: an item that this process has shown and could not delete is deleted, not shown again', async () => {
    const { run, did } = setUp({ failing: 'remove' });
    await run([itemOf('a')]);
    await run([itemOf('a', { receiveCount: 2 })]);
    expect(did.filter((line) => line.includes('send'))).toHaveLength(1);
  });

  it('createDrain: deletions that are never answered delay neither a post nor the answer, and nothing is sent twice', async () => {
    const { run, did, answeredAfterMs } = setUp({ hanging: ['remove'] });
    const suspects = ['a', 'b', 'c'].map((id) => itemOf(id, { body: suspectBody(id) }));
    expect(await run(suspects)).toEqual([]);
    expect(did.filter((line) => line.includes('send'))).toEqual(['0 send a', '3400 send b', '6800 send c']);
    expect(answeredAfterMs()).toBe(3 * 3400 + 2000);
    await run(suspects);
    expect(did.filter((line) => line.includes('send'))).toHaveLength(3);
  });

  it('createDrain: whatever hangs, the batch is answered in time, without those that are done with', async () => {
    const { run, answeredAfterMs } = setUp({
      hanging: ['remove', 'send', 'hide'],
      answers: { b: { status: 'unconfirmed', retryAfterMs: 0, reason: 'no answer' } },
    });
    const messages = ['a', 'b'].map((id) => itemOf(id, { body: suspectBody(id) }));
    expect(await run(messages, 30_000)).toEqual(['b']);
    expect(answeredAfterMs()).toBeLessThanOrEqual(29_500);
  });

  it('createDrain: answered in time, a carrier comes again only if something in it is not done with', async () => {
    const { run } = setUp({
      hanging: ['remove', 'send', 'hide'],
      answers: { c: { status: 'unconfirmed', retryAfterMs: 0, reason: 'no answer' } },
    });
    const carrierOf = (...ids: readonly string[]) => {
      const messages = ids.map((messageId) => ({ messageId, body: suspectBody(messageId) }));
      return itemOf(`carrier of ${ids}`, {
        body: carrierEntry('default', { sentOn: 1, attemptedAt: 0, messages }).body,
      });
    };
    expect(await run([carrierOf('c', 'd'), carrierOf('a', 'b')], 22_000)).toEqual(['carrier of c,d']);
  });

  it('createDrain: if the clock is set back, the next post is neither later nor too early, and the answer is in time', async () => {
    const { run, did, answeredAfterMs } = setUp({ setBackMs: 60 * 60_000 });
    const suspects = Array.from({ length: 9 }, (_, n) => itemOf(`${n}`, { body: suspectBody(`${n}`) }));
    const left = await run(suspects);
    const at = did.filter((line) => line.includes('send')).map((line) => Number(line.split(' ')[0]));
    expect(at.slice(0, 5)).toEqual([0, 3400, 6800, 10_200, 13_600]);
    expect(answeredAfterMs()).toBeLessThanOrEqual(60_000);
    expect(left).toHaveLength(9 - at.length);
  });
});
