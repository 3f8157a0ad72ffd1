import { blocksOf } from './blocks.js';
import { pack } from './pack.js';

/**
 * Splits a text into pieces of at most `maxBytes` of UTF-8, lazily and in linear time: at line ends; a line that is too long
 * by itself at spaces or Chinese punctuation, else between graphemes, and never in the middle of a link. White space at a
 * cut is dropped, nothing else is.
 * @param markdown keeps fenced code and tables whole where they fit into one piece; else each piece closes and reopens the
 *   fence, and repeats the table's header.
 */
export function* split(text: string, maxBytes: number, markdown: boolean): Generator<string> {
  for (const piece of pack(blocksOf(text, markdown), maxBytes, maxBytes)) {
    if (piece.trim() !== '') yield piece.trimEnd();
  }
}
