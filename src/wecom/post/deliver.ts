import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { createRecentIds } from '../../base/recent-ids.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import { InvalidInputError } from '../../domain/errors.js';
import type { KeyRing } from '../../domain/key-ring.js';
import { identityOf, type Notification } from '../../domain/notification.js';
import type { MessageWords } from '../../text/message-words.js';
import type { WecomMessage } from '../api/message.js';
import { compose } from '../compose/compose.js';
import { findAddressee } from './addressee.js';
import type { Judgement } from './judge.js';
import type { Target } from './post-once.js';
import { createSend, type Send } from './send.js';
import type { Transport } from './transport.js';
import { withSecret } from './with-secret.js';

/** The parts of posting a notification without a queue. */
export interface DeliverParts {
  readonly transport: Pick<Transport, 'post'>;
  readonly clock: Clock;
  /** Returns a number from 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly log: Log;
  readonly words: MessageWords;
  readonly keys: KeyRing;
  /** Posts one message. Default: with quick retries. */
  readonly send?: Send;
}

/**
 * Posts one notification by a deadline in milliseconds since 1970, and resolves to the result. Rejects only with errors
 * that no rule foresees.
 */
export type Deliver = (notification: Notification, deadlineMs: number) => Promise<DeliveryResult>;

/**
 * Wires together finding the robot, composing and sending. The messages of one notification go in order. If the first
 * was shown and the one that mentions people was not, the notification is not delivered, as no one was called: it is
 * *unconfirmed*. A repeat within 15 minutes in the same process posts only the missing one; another process shows the
 * message twice.
 */
export function createDeliver(parts: DeliverParts): Deliver {
  const { words, keys } = parts;
  const sendAll = createSendAll(parts);

  async function deliver(notification: Notification, deadlineMs: number): Promise<DeliveryResult> {
    const addressee = await findAddressee(notification, keys, words);
    if ('status' in addressee) return addressee;
    const messages = compose(addressee.notification, words, addressee.notice);
    return sendAll(messages, identityOf(notification), { ...addressee, id: notification.id }, deadlineMs);
  }

  return (notification, deadlineMs) => withSecret(() => deliver(notification, deadlineMs)).catch(failureOf);
}

type SendAll = (
  messages: readonly WecomMessage[],
  identity: string,
  target: Target,
  deadlineMs: number,
) => Promise<DeliveryResult>;

/** Posts messages in order, except those of the same identity that this process has already posted. */
function createSendAll(parts: DeliverParts): SendAll {
  const { send = createSend(parts) } = parts;
  const shown = createRecentIds(parts.clock.now);
  return async (messages, identity, first, deadlineMs) => {
    let target = first;
    for (const [index, message] of messages.entries()) {
      if (shown.has(`${identity}${index}`)) continue;
      const sent = await send(message, target, deadlineMs);
      if (sent.result.status !== 'delivered') return index === 0 ? sent.result : partly(sent.result, parts.words);
      if (messages.length > 1) shown.add(`${identity}${index}`);
      target = sent.target;
    }
    return { status: 'delivered', messages: messages.length };
  };
}

/** Returns a result that is retried but does not claim that nothing was shown: a part of the notification was. */
function partly(result: Judgement['result'], words: MessageWords): DeliveryResult {
  if (result.status !== 'unavailable') return result;
  const { retryAfterMs, reason } = result;
  return { status: 'unconfirmed', retryAfterMs, reason: words.delivery.partlySent(reason) };
}

function failureOf(error: unknown): DeliveryResult {
  if (error instanceof InvalidInputError) {
    return { status: 'invalid', field: error.field, reason: error.message, httpStatus: error.httpStatus };
  }
  throw error;
}
