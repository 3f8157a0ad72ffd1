import { visibilityAfter } from '../domain/backoff.js';
import { type DeliveryResult, isRetryable } from '../domain/delivery.js';
import { MIN_INTERVAL_MS } from '../wecom/api/limits.js';
import { createPostOnce, outOfTime, type PostOnceParts } from '../wecom/post/post-once.js';
import type { Send } from '../wecom/post/send.js';

/** The time for one attempt, including the connection, milliseconds. */
const ATTEMPT_MS = 10_000;

interface PacedSendParts extends PostOnceParts {
  readonly random: () => number;
}

/**
 * Creates a send with the pace and the patience of the queue's consumer: every attempt counts, and a failure that may
 * pass is retried at growing intervals until the deadline would pass. Takes one call at a time: the caller keeps the
 * order.
 */
export function createPacedSend(parts: PacedSendParts): Send {
  const { clock, random, words } = parts;
  const postOnce = createPostOnce(parts);
  let openAt = 0;
  return async (message, target, deadlineMs) => {
    for (let tries = 1; ; tries++) {
      // Without a wait, and without a pause after it: it was no attempt.
      if (openAt > deadlineMs) return { ...outOfTime(words), target };
      if (openAt > clock.now()) await clock.sleep(openAt - clock.now());
      const { result } = await postOnce(message, target, Math.min(deadlineMs, clock.now() + ATTEMPT_MS));
      openAt = clock.now() + pauseAfter(result, tries, random());
      if (!isRetryable(result) || openAt > deadlineMs) return { result, target };
    }
  };
}

function pauseAfter(result: DeliveryResult, tries: number, random: number): number {
  return isRetryable(result) ? Math.max(MIN_INTERVAL_MS, visibilityAfter(result, tries, random)) : MIN_INTERVAL_MS;
}
