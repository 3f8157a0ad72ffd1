import type { DeliveryResult } from './delivery.js';

const FIRST_MS = 5000;
const MAX_MS = 120_000;
/** WeCom lifts its limit a minute after it was hit. */
const LIMITED_MS = 65_000;
const LIMITED = 45009;

/**
 * How long a robot's items stay hidden after a failure, milliseconds: 65 s after 45009, else 5 s doubling with the receipts
 * of the first item, at most 2 minutes. Jitter takes up to a fifth off the doubled value and adds up to a tenth to the fixed one.
 * @param random from 0 up to 1.
 */
export function visibilityAfter(result: DeliveryResult, receiveCount: number, random: number): number {
  if ('errcode' in result && result.errcode === LIMITED) return Math.round(LIMITED_MS * (1 + random / 10));
  const doubled = Math.min(FIRST_MS * 2 ** Math.min(receiveCount - 1, 10), MAX_MS);
  return Math.round(doubled * (1 - random / 5));
}
