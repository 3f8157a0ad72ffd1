import type { KeyRing } from '../../domain/key-ring.js';
import type { WecomMessage } from '../api/message.js';
import type { Judgement } from './judge.js';
import { createPostOnce, MIN_POST_MS, type PostOnceParts, type Target } from './post-once.js';
import { replacedKey } from './replaced-key.js';

/** The parts of a post, and what its retries need. */
export interface SendParts extends PostOnceParts {
  readonly random: () => number;
  readonly keys: Pick<KeyRing, 'replacement'>;
}

/** The result for one message, and the target with the current key. */
export interface Sent {
  readonly result: Judgement['result'];
  readonly target: Target;
}

/** Posts one message by a deadline in milliseconds since 1970. */
export type Send = (message: WecomMessage, target: Target, deadlineMs: number) => Promise<Sent>;

/**
 * Creates a send with quick retries of failures that may pass within seconds, and one with another key if the secret
 * has one.
 */
export function createSend(parts: SendParts): Send {
  const { clock, random, keys } = parts;
  const post = createPostOnce(parts);

  async function postWithRetries(message: WecomMessage, target: Target, deadlineMs: number): Promise<Sent> {
    for (let tries = 1; ; tries++) {
      const judgement = await post(message, target, deadlineMs);
      const delayMs = quickRetryDelayMs(judgement, tries, random());
      const isLast = delayMs === undefined || clock.now() + delayMs + MIN_POST_MS > deadlineMs;
      if (isLast) return { result: judgement.result, target };
      await clock.sleep(delayMs);
    }
  }

  return async (message, target, deadlineMs) => {
    const sent = await postWithRetries(message, target, deadlineMs);
    const key = await replacedKey(sent.result, target, keys);
    return key ? postWithRetries(message, { ...target, key }, deadlineMs) : sent;
  };
}

/** Attempts for one message in one invocation, including the first. WeCom asks for at most three. */
export const MAX_TRIES = 3;

/**
 * Returns the delay before the same message is tried again in this invocation, in milliseconds, or `undefined` if it
 * should not be: only failures that may pass within seconds are. Full jitter (anything up to a bound that doubles)
 * keeps senders apart.
 * @param tries attempts so far, from 1.
 * @param random from 0 (included) to 1 (excluded).
 */
export function quickRetryDelayMs(judgement: Judgement, tries: number, random: number): number | undefined {
  if (judgement.quickRetryMs === undefined || tries >= MAX_TRIES) return undefined;
  return Math.round(random * judgement.quickRetryMs * 2 ** (tries - 1));
}
