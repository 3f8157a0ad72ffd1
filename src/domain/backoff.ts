import { type DeliveryResult, isRetryable } from './delivery.js';

const FIRST_MS = 5000;
/**
 * Longest delay, milliseconds: while an outage is young, everything is shown soon after its end; later, receives are
 * saved.
 */
const MAX_MS = 30_000;
const MAX_LATER_MS = 120_000;
const LATER_FROM_RECEIVE = 100;

/**
 * Returns the visibility timeout of a robot's messages after a failure, in milliseconds: 5 s doubled with each receive
 * of the first message, at most 30 s (2 minutes from the hundredth receive), or the delay that the failure itself asks
 * for if that is longer. Jitter subtracts up to a fifth from the doubled value and adds up to a tenth to the one asked
 * for.
 * @param random at least 0, less than 1.
 */
export function visibilityAfter(result: DeliveryResult, receiveCount: number, random: number): number {
  const askedMs = isRetryable(result) ? result.retryAfterMs : 0;
  const maxMs = receiveCount < LATER_FROM_RECEIVE ? MAX_MS : MAX_LATER_MS;
  const doubledMs = Math.min(FIRST_MS * 2 ** Math.min(receiveCount - 1, 10), maxMs);
  return Math.round(askedMs > doubledMs ? askedMs * (1 + random / 10) : doubledMs * (1 - random / 5));
}
