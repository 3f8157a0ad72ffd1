const ANY = 42; // *
const ONE = 63; // ?

/** Patterns cut at their stars. Rules have few, and the same ones are asked of every message. */
const piecesOfPattern = new Map<string, readonly string[]>();

function piecesOf(pattern: string): readonly string[] {
  const known = piecesOfPattern.get(pattern);
  if (known) return known;
  const pieces = pattern.split('*');
  piecesOfPattern.set(pattern, pieces);
  return pieces;
}

/**
 * Whether `text` is what `pattern` describes: `*` stands for any characters, `?` for one, everything else for itself. Never goes
 * back further than to the last `*`, so no pattern makes it slow.
 */
export function matchesGlob(text: string, pattern: string): boolean {
  return pattern.includes('?') ? matchesByCharacter(text, pattern) : matchesByPiece(text, piecesOf(pattern));
}

/** Each piece as early as it is found: what is between them is what the stars stand for. */
function matchesByPiece(text: string, pieces: readonly string[]): boolean {
  const first = pieces[0] ?? '';
  const last = pieces[pieces.length - 1] ?? '';
  if (pieces.length === 1) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index] ?? '';
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

function matchesByCharacter(text: string, pattern: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let here = 0;
  while (here < text.length) {
    // Past the pattern's end this is NaN, which equals nothing.
    const wanted = pattern.charCodeAt(at);
    if (wanted === ANY) {
      star = at++;
      resume = here;
    } else if (wanted === ONE || wanted === text.charCodeAt(here)) {
      at++;
      here++;
    } else if (star >= 0) {
      at = star + 1;
      here = ++resume;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(at) === ANY) at++;
  return at === pattern.length;
}
