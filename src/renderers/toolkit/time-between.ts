import { formatDuration, parseTime } from '../../text/format.js';
import type { Words } from '../../text/words.js';

/** How long it took from one of AWS's times to another, in words; `undefined` where either is none or they are the wrong way round. */
export function timeBetween(from: unknown, to: unknown, words: Words): string | undefined {
  const start = parseTime(from);
  const end = parseTime(to);
  return start !== undefined && end !== undefined && end > start ? formatDuration(end - start, words) : undefined;
}
