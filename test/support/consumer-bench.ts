import { readConfig } from '../../src/app/config.js';
import { createConsumer } from '../../src/app/consumer/consumer.js';
import { type JsonObject, parseObject } from '../../src/base/json.js';
import type { LaneKeyRing } from '../../src/domain/key-ring.js';
import type { Notification } from '../../src/domain/notification.js';
import { RobotKey } from '../../src/domain/robot-key.js';
import { NO_ATTEMPTS } from '../../src/queue/message/attempts.js';
import type { Item, ReceivedMessage } from '../../src/queue/message/item.js';
import { type ReadBody, readQueueBody, writeQueueBody } from '../../src/queue/message/queue-body.js';
import type { Secrets } from '../../src/secrets/secrets.js';
import { type Language, wordsOf } from '../../src/text/words.js';
import type { PostResult } from '../../src/wecom/post/transport.js';
import { createFakeClock } from './fake-clock.js';
import { recordLog } from './lines.js';

const KEYS: Readonly<Record<string, string>> = {
  default: '00000000-0000-4000-8000-000000000001',
  dba: '00000000-0000-4000-8000-000000000002',
};
const INVOCATION_MS = 60_000;

/** WeCom's answer with this errcode. */
export function errcode(code: number): PostResult {
  return { kind: 'reply', httpStatus: 200, body: JSON.stringify({ errcode: code, errmsg: 'said WeCom' }) };
}

/** One POST. */
interface Posted {
  /** Milliseconds since the start. */
  readonly at: number;
  readonly robot: string;
  readonly message: JsonObject;
}

interface BenchOptions {
  /** What WeCom answers; default errcode 0 to everything. */
  readonly answer?: (posted: Posted) => PostResult;
  readonly keys?: Partial<LaneKeyRing & Pick<Secrets, 'verify'>>;
  /** Default `zh-CN`. */
  readonly language?: Language;
}

/** The queue's consumer without AWS and WeCom, in hand-moved time. */
export function consumerBench({ answer = () => errcode(0), keys, language = 'zh-CN' }: BenchOptions = {}) {
  const clock = createFakeClock();
  const start = clock.now();
  const log = recordLog(clock.now);
  const posted: Posted[] = [];
  const parked: { readonly id: string; readonly code: string }[] = [];
  const removed: string[] = [];
  const sent: (ReadBody & { readonly groupId: string })[] = [];
  const robotOf = (key: RobotKey): string => Object.keys(KEYS).find((name) => KEYS[name] === key.reveal()) ?? '?';
  const drain = createConsumer({
    queue: {
      changeVisibility: async () => [],
      delete: async (messages) => void removed.push(...messages.map(({ messageId }) => messageId)),
      send: async (entries) => {
        sent.push(...entries.map(({ groupId, body }) => ({ groupId, ...readQueueBody(body) })));
        return [];
      },
      waiting: async () => 0,
      deadLetter: async ({ messageId: id }, { code }) => void parked.push({ id, code }),
    },
    transport: {
      check: async () => {},
      post: async (key, json) => {
        const post = { at: clock.now() - start, robot: robotOf(key), message: parseObject(json) ?? {} };
        posted.push(post);
        return answer(post);
      },
    },
    keys: {
      key: async (robot) => (KEYS[robot] === undefined ? undefined : new RobotKey(KEYS[robot])),
      laneOf: async (robot) => (KEYS[robot] === undefined ? undefined : robot),
      replacement: async () => undefined,
      verify: async () => {},
      mobileOf: async (person) => ({ 王芳: '13800138000' })[person],
      ...keys,
    },
    words: wordsOf(language),
    config: readConfig({}),
    clock,
    random: () => 0,
    mask: (text) => text,
    log,
  });
  return {
    clock,
    start,
    log,
    posted,
    parked,
    removed,
    /** What was sent on: back to a group's end, to another lane, or as a notice. */
    sent,
    /** Drains a batch to its end; resolves to the ids that stay on the queue. */
    drain: async (messages: readonly ReceivedMessage[]): Promise<readonly string[]> => {
      const response = drain(messages, clock.now() + INVOCATION_MS);
      await clock.advance(INVOCATION_MS);
      return (await response).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
  };
}

/** The notification as the queue hands it over. */
export function queued(
  notification: Notification,
  {
    attempts = NO_ATTEMPTS,
    unknownRobot,
    ...over
  }: Partial<ReceivedMessage & Pick<Item, 'attempts' | 'unknownRobot'>> = {},
): ReceivedMessage {
  const { id, robot, occurredAt } = notification;
  return {
    messageId: id,
    receiptHandle: `receipt of ${id}`,
    body: writeQueueBody({
      notification,
      queuedAt: occurredAt,
      attempts,
      ...(unknownRobot !== undefined && { unknownRobot }),
    }),
    receiveCount: 1,
    groupId: encodeURIComponent(robot),
    ...over,
  };
}
