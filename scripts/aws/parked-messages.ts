import { createHash } from 'node:crypto';
import { parseObject, textAt } from '../../src/base/json.js';
import { readCarrier } from '../../src/queue/message/carrier.js';
import type { HeldMessage } from './held-queue.js';

/** A message that is put back on the main queue by itself. */
export interface ReplayedMessage {
  readonly body: string;
  readonly groupId: string | undefined;
  /**
   * The deduplication id of a message out of a carrier: if not all of the carrier's could be put back, another run repeats
   * none of them. Others get a fresh one, as their old one may still be remembered.
   */
  readonly deduplicationId?: string;
}

/** Returns the messages that a parked one is replayed as: itself, or one by one those that it carries. */
export function replayedMessages({ id, body, groupId }: HeldMessage): readonly ReplayedMessage[] {
  const carrier = readCarrier(body);
  if (!carrier) return [{ body, groupId }];
  return carrier.messages.map((one) => ({
    body: one.body,
    groupId,
    deduplicationId: createHash('sha256')
      .update(JSON.stringify([id, one.messageId]))
      .digest('hex'),
  }));
}

/** Most titles of a carrier's messages in its description. */
const MAX_TITLES = 3;

/** Returns the title of a parked message, or the first of those that it carries and their number. */
export function titleOfParked({ body }: Pick<HeldMessage, 'body'>): string {
  const carrier = readCarrier(body);
  if (!carrier) return titleIn(body);
  const titles = carrier.messages.slice(0, MAX_TITLES).map((one) => titleIn(one.body));
  return `${carrier.messages.length} folded messages: ${titles.join(', ')}`;
}

function titleIn(body: string): string {
  return textAt(parseObject(body), 'notification', 'title')?.slice(0, 60) ?? 'unreadable';
}
