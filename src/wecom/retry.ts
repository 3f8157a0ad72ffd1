import type { Verdict } from './judge.js';

/** Tries of one message inside one invocation, the first included. WeCom asks for at most three. */
export const MAX_TRIES = 3;

/**
 * How long to wait before trying the same message again inside this invocation, milliseconds; `undefined` where it should not
 * be tried: only what may pass within seconds is. Full jitter (anything up to a bound that doubles) keeps senders apart.
 * @param tries made so far, from 1.
 * @param random from 0 up to 1.
 */
export function quickRetryDelayMs(verdict: Verdict, tries: number, random: number): number | undefined {
  if (verdict.quickRetryMs === undefined || tries >= MAX_TRIES) return undefined;
  return Math.round(random * verdict.quickRetryMs * 2 ** (tries - 1));
}
