import { describe, expect, test } from 'vitest';
import { readBatchResponse } from '../../../local/lambda/event-source-response.js';
import { LAMBDA } from './event-source-bench.js';

describe(`readBatchResponse (${LAMBDA}/services-sqs-errorhandling.html)`, () => {
  const ids = ['m1', 'm2', 'm3'];
  const failures = (...itemIdentifiers: readonly unknown[]) => ({
    batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })),
  });

  test.each([
    { response: null, failed: [] },
    { response: undefined, failed: [] },
    { response: {}, failed: [] },
    { response: { batchItemFailures: [] }, failed: [] },
    { response: { batchItemFailures: null }, failed: [] },
    { response: failures('m2'), failed: ['m2'] },
    { response: failures('m3', 'm1', 'm3'), failed: ['m1', 'm3'] },
  ])('$response: $failed failed', ({ response, failed }) => {
    expect(readBatchResponse(response, ids)).toEqual(new Set(failed));
  });

  test.each([
    { response: 'done' },
    { response: 200 },
    { response: false },
    { response: [] },
    { response: { batchItemFailures: 'm1' } },
    { response: { batchItemFailures: ['m1'] } },
    { response: { batchItemFailures: [{ ItemIdentifier: 'm1' }] } },
    { response: failures('') },
    { response: failures(null) },
    { response: failures('m1', 'unknown') },
  ])('$response: everything failed', ({ response }) => {
    expect(readBatchResponse(response, ids)).toBe('all');
  });
});
