/** Distance, in UTF-16 units, to search back for the start of a grapheme if no boundary is known. */
const LOOK_BACK = 1000;

let segmenter: Intl.Segmenter | undefined;

/**
 * Returns the end of a piece of `text` that begins at `start` and holds at most `maxBytes` of UTF-8: the furthest index
 * that is inside no code point and no grapheme. If not even one grapheme fits, it is cut between code points, and at
 * least one code point is taken, so that a caller always makes progress. Takes time by `maxBytes`, not by the text's
 * length.
 */
export function boundaryWithin(text: string, start: number, maxBytes: number): number {
  const end = codePointBoundary(text, start, maxBytes);
  const grapheme = graphemeAround(text, end, start);
  return grapheme && grapheme.start > start ? grapheme.start : end;
}

/** Returns the nearest index at or before `index` (which is inside no code point) that is inside no grapheme. */
export function boundaryBefore(text: string, index: number): number {
  return graphemeAround(text, index, Math.max(0, index - LOOK_BACK))?.start ?? index;
}

/** Returns the nearest index at or after `index` (which is inside no code point) that is inside no grapheme. */
export function boundaryAfter(text: string, index: number): number {
  return graphemeAround(text, index, Math.max(0, index - LOOK_BACK))?.end ?? index;
}

/** Returns the grapheme that contains `index`, if any. Searches from `from`, a boundary if one is known. */
function graphemeAround(text: string, index: number, from: number): { start: number; end: number } | undefined {
  if (index <= 0 || index >= text.length || isPlain(text, index)) return undefined;
  segmenter ??= new Intl.Segmenter();
  const found = segmenter.segment(text.slice(from, index + LOOK_BACK)).containing(index - from);
  if (!found || found.index === index - from) return undefined;
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

function codePointBoundary(text: string, start: number, maxBytes: number): number {
  let index = start;
  let bytes = 0;
  while (index < text.length) {
    const codePoint = text.codePointAt(index) ?? 0;
    bytes += utf8Length(codePoint);
    if (bytes > maxBytes && index > start) return index;
    index += codePoint > 0xffff ? 2 : 1;
  }
  return index;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * Latin and Chinese characters and punctuation, without the combining marks among them: they never join another
 * character.
 */
const STANDING_ALONE = [
  [0x0000, 0x02ff],
  [0x3001, 0x3029],
  [0x4e00, 0x9fff],
  [0xff01, 0xff9d],
] as const;

/**
 * Returns true if a boundary is certain without Intl.Segmenter, which is slow. CR and LF are the one pair here that
 * joins.
 */
function isPlain(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  return before !== 0x0d && standsAlone(before) && standsAlone(text.charCodeAt(index));
}

function standsAlone(unit: number): boolean {
  return STANDING_ALONE.some(([first, last]) => unit >= first && unit <= last);
}
