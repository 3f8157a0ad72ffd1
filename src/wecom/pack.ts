/** A stretch of text that stays whole where it fits into one piece. */
export interface Block {
  readonly text: string;
  /**
   * Cuts it where it does not fit: the first piece has at most `firstRoom` bytes, and is empty where that is too little to
   * begin in; each further one has at most `room`.
   */
  cut(firstRoom: number, room: number): Iterable<string>;
}

/**
 * Lays blocks, line under line, into pieces: the first of at most `firstRoom` bytes (empty where nothing fits), each further
 * one of at most `room`. Blank lines at the beginning of a piece are dropped.
 */
export function* pack(blocks: Iterable<Block>, firstRoom: number, room: number): Generator<string> {
  let piece = '';
  let left = firstRoom;
  for (const block of blocks) {
    const lineEnd = piece === '' ? '' : '\n';
    const bytes = Buffer.byteLength(block.text);
    if (lineEnd.length + bytes <= left) {
      piece += lineEnd + block.text;
      left -= lineEnd.length + bytes;
    } else if (bytes <= room) {
      yield piece;
      piece = block.text;
      left = room - bytes;
    } else {
      piece = yield* packCut(piece, block.cut(left - lineEnd.length, room));
      left = room - Buffer.byteLength(piece);
    }
  }
  yield piece;
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
