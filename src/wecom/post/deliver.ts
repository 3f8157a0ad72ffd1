import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { createRecentIds } from '../../base/recent-ids.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import { InvalidInputError, SecretUnavailableError } from '../../domain/errors.js';
import type { KeyRing } from '../../domain/key-ring.js';
import { identityOf, type Notification } from '../../domain/notification.js';
import type { Words } from '../../text/words.js';
import type { WecomMessage } from '../api/message.js';
import { compose } from '../compose/compose.js';
import { findRobot, resolveMobiles } from './addressee.js';
import type { Verdict } from './judge.js';
import type { Target } from './post-once.js';
import { createSend, type Send } from './send.js';
import type { Transport } from './transport.js';

/** How long after a secret that could not be read it is worth trying again, milliseconds. */
const SECRET_RETRY_MS = 5000;

export interface DeliverParts {
  readonly transport: Pick<Transport, 'post'>;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly words: Words;
  readonly keys: KeyRing;
  /** How one message is posted. Default with quick retries. */
  readonly send?: Send;
}

/**
 * Posts one notification, by a deadline in milliseconds since 1970, and says what became of it. It rejects only with what no
 * rule foresees.
 */
export type Deliver = (notification: Notification, deadlineMs: number) => Promise<DeliveryResult>;

/**
 * Wires finding the robot, composing and sending together. The messages of one notification go in order. Where the first was
 * shown and the one that mentions people was not, the whole is not delivered, as nobody was called: it is *unconfirmed*, and
 * the same process posts only what is missing when it is asked again within 15 minutes; another process shows the message twice.
 */
export function createDeliver(parts: DeliverParts): Deliver {
  const { words, keys } = parts;
  const sendAll = createSendAll(parts);

  async function deliver(notification: Notification, deadlineMs: number): Promise<DeliveryResult> {
    const found = await findRobot(notification, keys, words);
    if ('status' in found) return found;
    const messages = compose(await resolveMobiles(notification, keys), words, found.notice);
    return sendAll(messages, identityOf(notification), { ...found, id: notification.id }, deadlineMs);
  }

  return (notification, deadlineMs) => deliver(notification, deadlineMs).catch(failureOf);
}

type SendAll = (
  messages: readonly WecomMessage[],
  identity: string,
  target: Target,
  deadlineMs: number,
) => Promise<DeliveryResult>;

/** Posts messages in order, without those of the same identity that this process has posted already. */
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

/** Something of it was shown: a reason to come back, but not to call it unseen. */
function partly(result: Verdict['result'], words: Words): DeliveryResult {
  if (result.status !== 'unavailable') return result;
  const { retryAfterMs, reason } = result;
  return { status: 'unconfirmed', retryAfterMs, reason: words.delivery.partlySent(reason) };
}

function failureOf(error: unknown): DeliveryResult {
  if (error instanceof InvalidInputError) {
    return { status: 'invalid', field: error.field, reason: error.message, httpStatus: error.httpStatus };
  }
  if (error instanceof SecretUnavailableError) {
    return { status: 'unavailable', retryAfterMs: SECRET_RETRY_MS, reason: error.message };
  }
  throw error;
}
