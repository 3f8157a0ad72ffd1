import { readConfig } from '../../../src/app/config.js';
import { createConsumer } from '../../../src/app/consumer/consumer.js';
import { createInstantClock } from '../../../src/base/instant-clock.js';
import { silentLog } from '../../../src/base/log.js';
import type { Notification } from '../../../src/domain/notification.js';
import { RobotKey } from '../../../src/domain/robot-key.js';
import { writeQueueBody } from '../../../src/queue/message/queue-body.js';
import type { QueueReader } from '../../../src/queue/sqs/queue-client.js';
import type { Words } from '../../../src/text/words.js';

const KEY = new RobotKey('00000000-0000-4000-8000-000000000001');
const config = readConfig({});
const HOUR_MS = 3_600_000;

/** A queue that accepts everything. */
const queue: QueueReader = {
  changeVisibility: async () => [],
  delete: async () => {},
  send: async () => [],
  waiting: async () => 0,
  deadLetter: async () => {},
};

/**
 * Returns a function that drains these notifications as one batch, instantly: the clock jumps, WeCom accepts at once,
 * the log is silent.
 */
export function drainer(notifications: readonly Notification[], words: Words): () => Promise<unknown> {
  const messages = notifications.map((notification, index) => ({
    messageId: notification.id,
    receiptHandle: String(index),
    body: writeQueueBody({ notification, queuedAt: 0 }),
    receiveCount: 1,
    groupId: notification.robot,
  }));
  return () => {
    const drain = createConsumer({
      queue,
      transport: {
        check: async () => {},
        post: async () => ({ kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' }),
      },
      keys: {
        key: async () => KEY,
        laneOf: async (robot) => robot,
        replacement: async () => undefined,
        mobileOf: async () => undefined,
        verify: async () => {},
      },
      words,
      config,
      clock: createInstantClock(0),
      random: () => 0.5,
      mask: (text) => text,
      log: silentLog,
    });
    return drain(messages, 24 * HOUR_MS);
  };
}
