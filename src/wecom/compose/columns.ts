import { columnsOf, widthOf } from '../../base/columns.js';
import { boundaryAfter, boundaryBefore } from './boundary.js';
import { ELLIPSIS } from './trim.js';

/** The width of one row of a phone, in columns. */
export const ROW_COLUMNS = 36;

/** Width of `…`, in columns. */
export const ELLIPSIS_COLUMNS = columnsOf(ELLIPSIS);

/** Returns the beginning of a text that is at most so many columns wide. Cuts no grapheme. */
export function frontWithin(text: string, columns: number): string {
  let left = columns;
  let end = 0;
  for (const character of text) {
    left -= widthOf(character);
    if (left < 0) return text.slice(0, boundaryBefore(text, end));
    end += character.length;
  }
  return text;
}

/** Returns the end of a text that is at most so many columns wide. Cuts no grapheme. */
function backWithin(text: string, columns: number): string {
  let left = columns;
  let start = text.length;
  // A code point has at most two units: what is before them cannot be reached.
  for (const character of [...text.slice(-2 * columns - 2)].reverse()) {
    left -= widthOf(character);
    if (left < 0) break;
    start -= character.length;
  }
  return text.slice(boundaryAfter(text, start));
}

/** Shortens a text to so many columns with `…` in its middle, so that names with the same beginning stay apart. */
export function cutMiddle(text: string, columns: number): string {
  if (text.length <= columns && columnsOf(text) <= columns) return text;
  const kept = Math.max(0, columns - ELLIPSIS_COLUMNS);
  const front = frontWithin(text, Math.ceil(kept / 2));
  if (front === text) return text;
  const back = backWithin(text, kept - columnsOf(front));
  return withoutJoint(front, 'end') + ELLIPSIS + withoutJoint(back, 'start');
}

const JOINTS = new Set([...' -_./']);

/** Returns a piece of a name without what joined it to the piece that is left out. */
export function withoutJoint(piece: string, at: 'start' | 'end'): string {
  let [start, end] = [0, piece.length];
  while (at === 'start' && start < end && JOINTS.has(piece.charAt(start))) start++;
  while (at === 'end' && end > start && JOINTS.has(piece.charAt(end - 1))) end--;
  return piece.slice(start, end);
}
