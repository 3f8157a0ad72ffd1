import { type DeliveryResult, isRetryable } from './delivery.js';

const FIRST_MS = 5000;
const MAX_MS = 120_000;

/**
 * Returns the visibility timeout of a robot's messages after a failure, in milliseconds: 5 s doubled with each receive
 * of the first message, at most 2 minutes, or what the failure itself asks for if that is longer. Jitter subtracts up to
 * a fifth from the doubled value and adds up to a tenth to the one that was asked for.
 * @param random at least 0, less than 1.
 */
export function visibilityAfter(result: DeliveryResult, receiveCount: number, random: number): number {
  const askedMs = isRetryable(result) ? result.retryAfterMs : 0;
  const doubledMs = Math.min(FIRST_MS * 2 ** Math.min(receiveCount - 1, 10), MAX_MS);
  return Math.round(askedMs > doubledMs ? askedMs * (1 + random / 10) : doubledMs * (1 - random / 5));
}
