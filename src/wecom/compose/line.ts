import { MAX_URL_BYTES } from '../../domain/content.js';
import { boundaryBefore, boundaryWithin } from './boundary.js';
import type { Block } from './pack.js';

/** If less than this share of a piece is left, a line begins in the next one. */
const WORTH_BEGINNING = 1 / 4;

/** Text that is useless when cut in half: a link, bare or in markdown, a tag or mention, a stretch of code. */
const WHOLE = [/\[[^[\]]*\]\([^()\s]*\)/g, /https?:\/\/[!-~]+/g, /<[^<>]+>/g, /`[^`]+`/g];
const CHINESE_STOP = /[，。；：！？、]/;

/** Creates a block of one line, cut between words if necessary, else between graphemes. */
export function lineBlock(text: string): Block {
  return { text, cut: (firstRoom, room) => cutLine(text, firstRoom, room) };
}

function* cutLine(line: string, firstRoom: number, room: number): Generator<string> {
  const begins = firstRoom >= room * WORTH_BEGINNING;
  if (!begins) yield '';
  let start = 0;
  for (let left = begins ? firstRoom : room; start < line.length; left = room) {
    const end = endOfPiece(line, start, left);
    yield line.slice(start, end);
    start = skipSpace(line, end);
  }
}

/** Returns the best end of the piece that begins at `start`. */
function endOfPiece(line: string, start: number, maxBytes: number): number {
  const furthest = boundaryWithin(line, start, maxBytes);
  if (furthest === line.length) return furthest;
  const end = wordEnd(line, skipSpace(line, start), furthest) ?? furthest;
  const before = beforeWhole(line, start, end);
  return before > start ? before : end;
}

/** Returns `end`, or the start of the link, tag or code that `end` is in the middle of. Searches from `start`. */
export function beforeWhole(text: string, start: number, end: number): number {
  const searched = text.slice(start, end + MAX_URL_BYTES);
  const divided = WHOLE.flatMap((pattern) => [...searched.matchAll(pattern)]).flatMap(({ index, 0: whole }) => {
    const from = start + index;
    return from < end && end < from + whole.length ? [from] : [];
  });
  return Math.min(end, ...divided);
}

function wordEnd(line: string, start: number, furthest: number): number | undefined {
  for (let index = furthest; index > start; index--) {
    const isEnd = isSpace(line, index) || CHINESE_STOP.test(line.charAt(index - 1));
    if (isEnd && boundaryBefore(line, index) === index) return index;
  }
  return undefined;
}

function skipSpace(line: string, from: number): number {
  let index = from;
  while (isSpace(line, index)) index++;
  return index;
}

function isSpace(line: string, index: number): boolean {
  return /\s/.test(line.charAt(index));
}
