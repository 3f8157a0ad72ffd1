import { type Clock, isRecent } from '../base/clock.js';
import type { Log } from '../base/log.js';

/** Failures in a row after which nothing is asked for a while: in a VPC without an endpoint each would cost its whole time. */
const MAX_FAILURES = 2;
/** An answer that takes this long counts as a failure too, milliseconds: the message has waited for it, and its group with it. */
const SLOW_MS = 1000;
/** Time for which nothing is asked then, milliseconds. */
const PAUSE_MS = 10 * 60_000;

/** A question to AWS. Its answer counts only until the signal. */
export type Question<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Asks several questions at once, each once. Resolves within `waitMs` milliseconds to the answers, `undefined` for those without one.
 * Never rejects.
 */
export type AskLimited = <T>(questions: readonly Question<T>[], waitMs: number) => Promise<readonly (T | undefined)[]>;

interface LimitedParts {
  /** The line of the log if something was not answered: what is missing now. */
  readonly message: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates a function that asks for things that no message waits long for: after two failures in a row nothing is asked for ten
 * minutes. Throttling that is told at once is no such failure, as the next question may be answered.
 */
export function createAskLimited({ message, clock, log }: LimitedParts): AskLimited {
  let failures = 0;
  let pausedAt: number | undefined;

  function note(results: readonly PromiseSettledResult<unknown>[], tookMs: number): void {
    const isSlow = tookMs >= SLOW_MS;
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (reasons.length < results.length && !isSlow) failures = 0;
    failures += Math.max(reasons.filter((reason) => !isThrottled(reason)).length, Number(isSlow));
    const isPausing = failures >= MAX_FAILURES;
    if (isPausing) {
      failures = 0;
      pausedAt = clock.now();
    }
    if (reasons.length === 0 && !isPausing) return;
    const [reason = `The answer took ${Math.round(tookMs)} ms`] = reasons.map(String);
    const pause = isPausing && { pausedMinutes: PAUSE_MS / 60_000 };
    log.write('warn', message, { failed: reasons.length, reason, ...pause });
  }

  return async (questions, waitMs) => {
    const isPaused = pausedAt !== undefined && isRecent(pausedAt, PAUSE_MS, clock.now());
    if (isPaused || waitMs <= 0 || questions.length === 0) return questions.map(() => undefined);
    const askedAt = clock.now();
    const results = await Promise.allSettled(questions.map((question) => inTime(question, waitMs, clock)));
    note(results, clock.now() - askedAt);
    return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
  };
}

/** Rejects at the end of the time, whatever the question does then. */
function inTime<T>(question: Question<T>, waitMs: number, clock: Clock): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const cancel = clock.after(waitMs, () => {
      controller.abort();
      reject(new Error(`No answer within ${Math.round(waitMs)} ms`));
    });
    Promise.resolve()
      .then(() => question(controller.signal))
      .then(resolve, reject)
      .finally(cancel);
  });
}

function isThrottled(reason: unknown): boolean {
  return reason instanceof Error && /throttl|TooManyRequests|LimitExceeded/i.test(reason.name);
}
