import { at, isObject } from '../../src/base/json.js';

/** What Lambda reads in a function's answer: the messages that failed. `'all'` when the answer cannot be understood.
 *
 *  Nothing, an object without a list, and an empty list mean that nothing failed; an answer that is no object, a list that is none,
 *  an empty, missing or unknown `itemIdentifier` mean that everything did.
 *  @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#sqs-batchfailurereporting-conditions */
export function readBatchResponse(response: unknown, messageIds: readonly string[]): ReadonlySet<string> | 'all' {
  if (response === null || response === undefined) return new Set();
  if (!isObject(response)) return 'all';
  const failures = response['batchItemFailures'] ?? [];
  if (!Array.isArray(failures)) return 'all';
  const named = failures.map((failure) => at(failure, 'itemIdentifier'));
  const failed = messageIds.filter((id) => named.includes(id));
  return named.every((id) => messageIds.some((known) => known === id)) ? new Set(failed) : 'all';
}
