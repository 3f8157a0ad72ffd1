import type { Row } from '../domain/content.js';
import type { Format } from '../domain/format.js';

/** Most bytes of all rows: what WeCom takes (2,048 of a text, 4,096 of markdown) less the first line and the link. */
const MAX_ROW_BYTES: Readonly<Record<Format, number>> = { text: 1600, markdown: 3500, markdown_v2: 3500 };
/** The sign and the line's end, bytes. */
const ROW_EXTRA_BYTES = 8;

/** Returns the first of several layouts that fits one message, so that what is left out is counted and not cut; else the last. */
export function fittingRows(layouts: readonly (readonly Row[])[], format: Format): readonly Row[] {
  const bytes = (rows: readonly Row[]): number =>
    rows.reduce((sum, { text }) => sum + mostBytesOf(text) + ROW_EXTRA_BYTES, 0);
  return layouts.find((rows) => bytes(rows) <= MAX_ROW_BYTES[format]) ?? layouts.at(-1) ?? [];
}

/** Returns the bytes of a text at most: defusing writes a sign of ASCII as a character of three bytes. */
function mostBytesOf(text: string): number {
  const signs = text.match(/[!-/:-@[-`{-~]/g) ?? [];
  return Buffer.byteLength(text) + 2 * signs.length;
}
