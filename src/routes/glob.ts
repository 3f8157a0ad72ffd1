const ANY = 42; // *
const ONE = 63; // ?

/**
 * Whether `text` is what `pattern` describes: `*` stands for any characters, `?` for one, everything else for itself. Goes back
 * to the last `*` only, so no pattern makes it slow: at most the product of both lengths.
 */
export function matchesGlob(text: string, pattern: string): boolean {
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
