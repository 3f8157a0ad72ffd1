import { at, isObject } from '../../src/base/json.js';

/**
 * Returns the messages that a function's answer reports as failed, as Lambda reads it: `'all'` if the answer cannot be
 * understood.
 *
 * No answer, an object without a list, and an empty list mean that nothing failed. An answer that is not an object, a
 * list that is not one, and an empty, missing or unknown `itemIdentifier` mean that everything did.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#sqs-batchfailurereporting-conditions
 */
export function readBatchResponse(response: unknown, messageIds: readonly string[]): ReadonlySet<string> | 'all' {
  if (response === null || response === undefined) return new Set();
  if (!isObject(response)) return 'all';
  const failures = response['batchItemFailures'] ?? [];
  if (!Array.isArray(failures)) return 'all';
  const named = failures.map((failure) => at(failure, 'itemIdentifier'));
  const failed = messageIds.filter((id) => named.includes(id));
  return named.every((id) => messageIds.some((known) => known === id)) ? new Set(failed) : 'all';
}
