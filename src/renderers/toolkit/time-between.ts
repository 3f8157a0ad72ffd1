import { formatDuration, parseTime } from '../../text/format.js';
import type { Words } from '../../text/words.js';

/** Returns the time from one of AWS's times to another, in words; `undefined` if either is not a time or they are in the wrong order. */
export function timeBetween(from: unknown, to: unknown, words: Words): string | undefined {
  const start = parseTime(from);
  const end = parseTime(to);
  return start !== undefined && end !== undefined && end > start ? formatDuration(end - start, words) : undefined;
}
