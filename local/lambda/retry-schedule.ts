import { isNotRun } from './errors.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Waits before the first and the second retry after an error of the function. */
const RETRY_MS = [MINUTE_MS, 2 * MINUTE_MS] as const;
const FIRST_BACKOFF_MS = SECOND_MS;
const MAX_BACKOFF_MS = 5 * MINUTE_MS;

/** The attempts to handle one event so far. */
export interface Attempts {
  /** How often the function ran. */
  readonly runs: number;
  /** How often it could not run, since it last did. */
  readonly backoffs: number;
  /** The function's last error. `undefined` if it never ran. */
  readonly lastError?: unknown;
}

export const NO_ATTEMPTS: Attempts = { runs: 0, backoffs: 0 };

/** Returns the attempts with one more, which failed with this error. */
export function withFailure({ runs, backoffs, ...rest }: Attempts, error: unknown): Attempts {
  return isNotRun(error)
    ? { ...rest, runs, backoffs: backoffs + 1 }
    : { runs: runs + 1, backoffs: 0, lastError: error };
}

/**
 * Returns how long Lambda waits before the next attempt, in milliseconds: one and two minutes after errors of the
 * function; after throttles and errors of Lambda itself one second, doubled each time up to five minutes.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function waitAfter({ runs, backoffs }: Attempts): number {
  if (backoffs > 0) return Math.min(FIRST_BACKOFF_MS * 2 ** (backoffs - 1), MAX_BACKOFF_MS);
  return RETRY_MS[runs - 1] ?? 0;
}
