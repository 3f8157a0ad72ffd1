/**
 * A text that is no JSON.
 * @typedef {object} NotJson
 * @property {string} why what the engine says, in English
 * @property {string} [text] what was read, to count its lines
 *
 * The words for what is wrong with it.
 * @typedef {object} JsonFaultWords
 * @property {string} end it ends before it is complete
 * @property {(line: number, column: number) => string} place both count from 1
 * @property {string} somewhere the place is not known
 */

/**
 * Says in a language what is wrong with JSON. Engines say it in English, each in its own words, and most of them name the place.
 * @param {JsonFaultWords} words
 * @param {NotJson} notJson
 */
export function jsonFaultIn(words, { why, text }) {
  if (/end of (?:JSON input|data)|Unterminated|EOF/i.test(why)) return words.end;
  const [, line, column] = /line (\d+) column (\d+)/.exec(why) ?? [];
  if (line !== undefined && column !== undefined) return words.place(Number(line), Number(column));
  const position = /position (\d+)/.exec(why)?.[1];
  if (position === undefined || text === undefined) return words.somewhere;
  const before = text.slice(0, Number(position)).split('\n');
  return words.place(before.length, (before.at(-1)?.length ?? 0) + 1);
}
