import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { NO_ATTEMPTS } from '../../src/queue/message/attempts.js';
import type { PreparedItem } from '../../src/queue/message/item.js';
import { writeQueueBody } from '../../src/queue/message/queue-body.js';

/** A caller's message with the given id. */
export function writtenNotification(
  id: string,
  over: Partial<Extract<Notification, { kind: 'written' }>> = {},
): Notification {
  return {
    kind: 'written',
    id,
    robot: 'default',
    renderer: 'push',
    severity: 'info',
    title: `title of ${id}`,
    body: `body of ${id}`,
    occurredAt: 0,
    origin: { source: 'invoke' },
    mentions: NOBODY,
    format: 'text',
    ...over,
  };
}

/** A received queue message that holds it. */
export function itemOf(id: string, over: Partial<PreparedItem> = {}): PreparedItem {
  const notification = over.notification ?? writtenNotification(id);
  return {
    messageId: id,
    receiptHandle: `receipt of ${id}`,
    body: writeQueueBody({ notification, queuedAt: 0 }),
    receiveCount: 1,
    groupId: encodeURIComponent(notification.robot),
    queuedAt: 0,
    attempts: NO_ATTEMPTS,
    recorded: NO_ATTEMPTS,
    notice: '',
    whom: '',
    notification,
    ...over,
  };
}
