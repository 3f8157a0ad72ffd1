import type { KeyRing } from '../../domain/key-ring.js';
import { ERRCODE } from '../api/errcodes.js';
import type { WecomMessage } from '../api/message.js';
import type { Verdict } from './judge.js';
import { createPostOnce, MIN_POST_MS, type PostOnceParts, type Target } from './post-once.js';

export interface SendParts extends PostOnceParts {
  readonly random: () => number;
  readonly keys: Pick<KeyRing, 'replacement'>;
}

/** What became of one message, and the target with the key that holds now. */
export interface Sent {
  readonly result: Verdict['result'];
  readonly target: Target;
}

/** Posts one message by a deadline in milliseconds since 1970. */
export type Send = (message: WecomMessage, target: Target, deadlineMs: number) => Promise<Sent>;

/** Posts, with quick retries of what may pass within seconds, and once with another key where the secret now has one. */
export function createSend(parts: SendParts): Send {
  const { clock, random, keys } = parts;
  const post = createPostOnce(parts);

  async function postWithRetries(message: WecomMessage, target: Target, deadlineMs: number): Promise<Sent> {
    for (let tries = 1; ; tries++) {
      const verdict = await post(message, target, deadlineMs);
      const delayMs = quickRetryDelayMs(verdict, tries, random());
      const isLast = delayMs === undefined || clock.now() + delayMs + MIN_POST_MS > deadlineMs;
      if (isLast) return { result: verdict.result, target };
      await clock.sleep(delayMs);
    }
  }

  return async (message, target, deadlineMs) => {
    const sent = await postWithRetries(message, target, deadlineMs);
    if (sent.result.status !== 'refused' || sent.result.errcode !== ERRCODE.invalidWebhookUrl) return sent;
    const key = await keys.replacement(target.robot, target.key);
    return key ? postWithRetries(message, { ...target, key }, deadlineMs) : sent;
  };
}

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
