import type { DeliveryResult } from './delivery.js';

const FIRST_MS = 5000;
const MAX_MS = 120_000;
/** WeCom lifts its limit a minute after it was hit. */
const LIMITED_MS = 65_000;
const LIMITED = 45009;

/**
 * Returns the visibility timeout of a robot's messages after a failure, in milliseconds: 65 s after 45009, otherwise 5
 * s doubled with each receive of the first message, at most 2 minutes. Jitter subtracts up to a fifth from the doubled
 * value and adds up to a tenth to the fixed one.
 * @param random at least 0, less than 1.
 */
export function visibilityAfter(result: DeliveryResult, receiveCount: number, random: number): number {
  if ('errcode' in result && result.errcode === LIMITED) return Math.round(LIMITED_MS * (1 + random / 10));
  const doubled = Math.min(FIRST_MS * 2 ** Math.min(receiveCount - 1, 10), MAX_MS);
  return Math.round(doubled * (1 - random / 5));
}
