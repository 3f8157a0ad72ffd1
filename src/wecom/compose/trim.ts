import { boundaryAfter, boundaryBefore, boundaryWithin } from './boundary.js';
import { beforeWhole } from './line.js';

/** The mark of a text that was cut. */
export const ELLIPSIS = '…';
const ELLIPSIS_BYTES = Buffer.byteLength(ELLIPSIS);

/**
 * The end of a sentence or line. Latin marks count only before white space, so that neither `5.7` nor a URL contains
 * one.
 */
const SENTENCE_END = /[。！？；\n]|[.!?;](?=\s)/g;
/** The end of a word. */
const WORD_END = /[\s，、：]/g;

/**
 * Shortens a text to `maxBytes` of UTF-8 and marks it with `…`: after a sentence or line if one ends in the second half
 * of what is left, else between words, else between graphemes; never inside a link. Returns an empty text if nothing
 * fits beside the mark.
 */
export function trimEnd(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  const room = maxBytes - ELLIPSIS_BYTES;
  const kept = text.slice(0, boundaryWithin(text, 0, room));
  if (Buffer.byteLength(kept) > room) return '';
  const end = endInSecondHalf(kept, SENTENCE_END) ?? endInSecondHalf(kept, WORD_END) ?? kept.length;
  const trimmed = text.slice(0, beforeWhole(text, 0, end)).trimEnd();
  return trimmed && trimmed + ELLIPSIS;
}

function endInSecondHalf(text: string, pattern: RegExp): number | undefined {
  const half = Math.ceil(text.length / 2);
  const last = [...text.slice(half).matchAll(pattern)].at(-1);
  return last && half + last.index + last[0].length;
}

/**
 * Shortens a text to `maxCharacters` code points with `…` in its middle, so that names with the same beginning stay
 * apart.
 */
export function trimMiddle(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  if (text.length <= 2 * maxCharacters && [...text].length <= maxCharacters) return text;
  const kept = maxCharacters - ELLIPSIS.length;
  // A code point has at most two units: the text in between cannot be reached from either side.
  const front = [...text.slice(0, 2 * maxCharacters)].slice(0, Math.ceil(kept / 2)).join('').length;
  const back = kept < 2 ? 0 : [...text.slice(-2 * maxCharacters)].slice(-Math.floor(kept / 2)).join('').length;
  return text.slice(0, boundaryBefore(text, front)) + ELLIPSIS + text.slice(boundaryAfter(text, text.length - back));
}
