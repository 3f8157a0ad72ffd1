import type { Words } from '../../text/words.js';

/** The first few of many on one line, and how many there are: `i-1、i-2、i-3 等 12 个`. Repeats and empty names count once. */
export function summarizeList(names: readonly (string | undefined)[], words: Words, most = 3): string {
  const known = [...new Set(names.filter((name) => name !== undefined && name !== ''))];
  const shown = known.slice(0, most).join(words.listSeparator);
  return known.length > most ? words.phrase.andMore(shown, known.length) : shown;
}
