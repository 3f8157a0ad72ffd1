import { blocksOf } from './blocks.js';
import { pack } from './pack.js';

/**
 * Splits a text into pieces of at most `maxBytes` of UTF-8, lazily and in linear time: at line ends. A line that is too
 * long by itself is split at spaces or Chinese punctuation, else between graphemes, and never in the middle of a link.
 * Only white space at a cut is dropped.
 * @param markdown keeps fenced code and tables whole if they fit into one piece; otherwise each piece closes and
 *   reopens the fence, and repeats the table's header.
 */
export function* split(text: string, maxBytes: number, markdown: boolean): Generator<string> {
  for (const piece of pack(blocksOf(text, markdown), maxBytes, maxBytes)) {
    if (piece.trim() !== '') yield piece.trimEnd();
  }
}
