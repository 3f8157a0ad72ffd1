import { lineBlock } from './line.js';
import { type Block, pack } from './pack.js';

/** The opening of fenced code, in a line without its indent. Backticks in what follows make it inline code. */
const FENCE = /^(`{3,})[^`]*$|^(~{3,})/;
const FENCE_MARK = /^\s*(`{3,}|~{3,})\s*$/;
/** `|---|:--:|`, if it has a dash. */
const TABLE_RULE = /^[\s|:-]+$/;

/** Lines that belong together, and the index of the next line. */
interface Found {
  readonly block: Block;
  readonly next: number;
}

/**
 * Yields the units between which a text may be split: its lines. In markdown, fenced code and tables count as one unit
 * each.
 */
export function* blocksOf(text: string, markdown: boolean): Generator<Block> {
  const lines = text.split('\n');
  let at = 0;
  while (at < lines.length) {
    const framed = markdown ? (fenceAt(lines, at) ?? tableAt(lines, at)) : undefined;
    yield framed ? framed.block : lineBlock(lines[at] ?? '');
    at = framed ? framed.next : at + 1;
  }
}

function fenceAt(lines: readonly string[], at: number): Found | undefined {
  const opening = lines[at] ?? '';
  const match = FENCE.exec(opening.trimStart());
  const mark = match?.[1] ?? match?.[2];
  if (mark === undefined) return undefined;
  const closing = indexFrom(lines, at + 1, (line) => FENCE_MARK.exec(line)?.[1]?.startsWith(mark) ?? false);
  const whole = lines.slice(at, closing + 1);
  return { block: framedBlock(whole, opening, lines.slice(at + 1, closing), mark), next: at + whole.length };
}

function tableAt(lines: readonly string[], at: number): Found | undefined {
  const header = lines[at] ?? '';
  const rule = lines[at + 1] ?? '';
  if (!header.includes('|') || !isTableRule(rule)) return undefined;
  const end = indexFrom(lines, at + 2, (line) => !line.includes('|'));
  const whole = lines.slice(at, end);
  return { block: framedBlock(whole, `${header}\n${rule}`, whole.slice(2), ''), next: end };
}

function isTableRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && TABLE_RULE.test(line);
}

/** Returns the index of the first wanted line from `from` on, or the number of lines if there is none. */
function indexFrom(lines: readonly string[], from: number, wanted: (line: string) => boolean): number {
  let index = from;
  while (index < lines.length && !wanted(lines[index] ?? '')) index++;
  return index;
}

/** Creates a block of lines that only mean something between `head` and `foot`: each piece of it gets both. */
function framedBlock(whole: readonly string[], head: string, body: readonly string[], foot: string): Block {
  const frame = Buffer.byteLength(`${head}\n${foot}`) + (foot === '' ? 0 : 1);
  const inFrame = (piece: string): string => [head, piece, ...(foot === '' ? [] : [foot])].join('\n');
  return {
    text: whole.join('\n'),
    *cut(firstRoom, room) {
      if (frame > room / 2) return yield* pack(whole.map(lineBlock), firstRoom, room);
      for (const piece of pack(body.map(lineBlock), firstRoom - frame, room - frame)) {
        yield piece.trim() === '' ? '' : inFrame(piece);
      }
    },
  };
}
