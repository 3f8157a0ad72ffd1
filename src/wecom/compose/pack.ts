/** A stretch of text that stays whole where it fits into one piece. */
export interface Block {
  readonly text: string;
  /**
   * Cuts it where it does not fit: the first piece has at most `firstRoom` bytes, and is empty where that is too little to
   * begin in; each further one has at most `room`.
   */
  cut(firstRoom: number, room: number): Iterable<string>;
}

/** A paragraph that began in the last part of a piece, this share of it, begins the next piece instead. */
const LATE = 1 / 4;
const HEADING = /^#{1,6} /;

/**
 * Lays blocks, line under line, into pieces: the first of at most `firstRoom` bytes (empty where nothing fits), each further
 * one of at most `room`. Blank lines at the beginning of a piece are dropped.
 */
export function* pack(blocks: Iterable<Block>, firstRoom: number, room: number): Generator<string> {
  let piece = '';
  let left = firstRoom;
  // Where the last paragraph of the piece begins: after a blank line, or at a heading.
  let paragraph = 0;
  let afterBlank = false;
  for (const block of blocks) {
    const lineEnd = piece === '' ? '' : '\n';
    const bytes = Buffer.byteLength(block.text);
    if (lineEnd.length + bytes <= left) {
      if (afterBlank || HEADING.test(block.text)) paragraph = piece.length + lineEnd.length;
      afterBlank = block.text === '';
      piece += lineEnd + block.text;
      left -= lineEnd.length + bytes;
      continue;
    }
    if (bytes <= room) {
      const begun = lateParagraph(piece, paragraph, room - bytes);
      yield piece.slice(0, piece.length - begun.length);
      piece = begun === '' ? block.text : `${begun}\n${block.text}`;
    } else {
      piece = yield* packCut(piece, block.cut(left - lineEnd.length, room));
    }
    left = room - Buffer.byteLength(piece);
    paragraph = 0;
    afterBlank = false;
  }
  yield piece;
}

/** What had better stand with its rest, which follows: the beginning of a paragraph at the end of a piece. */
function lateParagraph(piece: string, paragraph: number, room: number): string {
  const begun = piece.slice(paragraph);
  const isLate = paragraph > 0 && begun.trim() !== '' && begun.length <= piece.length * LATE;
  return isLate && Buffer.byteLength(begun) < room ? begun : '';
}

/** Lays the pieces of a block that was cut behind `piece`; the last of them is returned, to go on with. */
function* packCut(piece: string, cuts: Iterable<string>): Generator<string, string> {
  let last = piece;
  let isFirst = true;
  for (const cut of cuts) {
    if (!isFirst) yield last;
    if (!isFirst) last = cut;
    else if (cut !== '') last = piece === '' ? cut : `${piece}\n${cut}`;
    isFirst = false;
  }
  return last;
}
