/** How many batches an event source mapping may have at a time. */
export interface Concurrency {
  /** At most the maximum, at least 1. */
  readonly allowed: number;
  /** A batch failed, or was throttled. */
  lose(): void;
  /** A batch went well. */
  gain(): void;
}

/**
 * Creates the concurrency of a mapping, which begins at its maximum.
 *
 * Known from AWS's pages: after an error of the function's code, and while it is throttled, Lambda "gradually" reduces the
 * concurrency allocated to the mapping; once the errors have stopped it scales up again; the maximum, and on a FIFO queue
 * the number of active message groups, are upper limits; `batchItemFailures` are no errors.
 *
 * Guessed, as no page says it: one less for each batch that failed or was throttled, one more for each that went well,
 * never less than 1, and all of it from the start.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-backoff-strategy
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 * @see https://repost.aws/knowledge-center/lambda-sqs-scaling
 */
export function createConcurrency(maximum: number): Concurrency {
  let allowed = maximum;
  return {
    get allowed() {
      return allowed;
    },
    lose: () => {
      allowed = Math.max(1, allowed - 1);
    },
    gain: () => {
      allowed = Math.min(maximum, allowed + 1);
    },
  };
}
