const ANY = 42; // *
const ONE = 63; // ?

/** Returns true if a text matches. */
export type Matcher = (text: string) => boolean;

/**
 * Compiles a pattern: `*` stands for any characters, `?` for one, everything else for itself. Matching never backtracks
 * further than to the last `*`, so no pattern is slow.
 */
export function globOf(pattern: string): Matcher {
  if (pattern.includes('?')) return (text) => matchesByCharacter(text, pattern);
  const pieces = pattern.split('*');
  if (pieces.length === 1) return (text) => text === pattern;
  // The longest piece says most: if the text does not contain it, no other needs to be looked for.
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one));
  return (text) => text.includes(longest) && matchesByPiece(text, pieces);
}

/** Takes each piece as early as it is found: the stars stand for whatever is between them. */
function matchesByPiece(text: string, pieces: readonly string[]): boolean {
  const first = pieces[0] ?? '';
  const last = pieces[pieces.length - 1] ?? '';
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
