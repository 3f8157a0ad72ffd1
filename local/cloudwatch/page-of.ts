import type { JsonObject } from '../../src/base/json.js';

/** DescribeAlarms and DescribeAlarmHistory name at most so many at a time. */
const MAX_RECORDS = 100;

/** Returns the asked page of a list, and the token of the next one. */
export function pageOf<T>(
  all: readonly T[],
  asked: JsonObject,
): { readonly page: readonly T[]; readonly token: JsonObject } {
  const start = Number(asked['NextToken'] ?? 0);
  const end = start + Math.min(Number(asked['MaxRecords'] ?? MAX_RECORDS), MAX_RECORDS);
  return { page: all.slice(start, end), token: end < all.length ? { NextToken: String(end) } : {} };
}
