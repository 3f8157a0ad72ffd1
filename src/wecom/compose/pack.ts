/** A stretch of text that stays whole if it fits into one piece. */
export interface Block {
  readonly text: string;
  /**
   * Cuts the text if it does not fit. The first piece has at most `firstRoom` bytes, and is empty if that is too little
   * to begin in; each further one has at most `room`.
   */
  cut(firstRoom: number, room: number): Iterable<string>;
}

/** A paragraph that begins in this last share of a piece moves to the next piece. */
const LATE = 1 / 4;
const HEADING = /^#{1,6} /;

/**
 * Packs blocks, line under line, into pieces: the first of at most `firstRoom` bytes (empty if nothing fits), each
 * further one of at most `room`. Blank lines at the beginning of a piece are dropped.
 */
export function* pack(blocks: Iterable<Block>, firstRoom: number, room: number): Generator<string> {
  let piece = '';
  let left = firstRoom;
  // The start of the piece's last paragraph: after a blank line, or at a heading.
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

/** Returns the start of a paragraph at the end of a piece that should stay with its continuation, or an empty text. */
function lateParagraph(piece: string, paragraph: number, room: number): string {
  const begun = piece.slice(paragraph);
  const isLate = paragraph > 0 && begun.trim() !== '' && begun.length <= piece.length * LATE;
  return isLate && Buffer.byteLength(begun) < room ? begun : '';
}

/** Appends the pieces of a cut block to `piece`. Returns the last of them, to continue with. */
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
