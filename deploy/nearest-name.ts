/** More edits than this for each letter make another word. */
const MAX_EDITS_PER_LETTER = 1 / 3;

/** Returns the name that a misspelt one probably means, whatever its case and separators; `undefined` if none is near. */
export function nearestName(misspelt: string, names: readonly string[]): string | undefined {
  const wanted = plain(misspelt);
  const [nearest] = names
    .map((name) => ({ name, edits: editsBetween(wanted, plain(name)) }))
    .filter(({ name, edits }) => edits <= name.length * MAX_EDITS_PER_LETTER)
    .sort((one, other) => one.edits - other.edits);
  return nearest?.name;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Counts the letters to insert, delete or replace: Levenshtein's distance, one row of its table at a time. */
function editsBetween(from: string, to: string): number {
  const first = Array.from({ length: to.length + 1 }, (_, index) => index);
  const last = [...from].reduce((above, letter, index) => {
    const row = [index + 1];
    for (let at = 1; at <= to.length; at++) {
      const replaced = (above[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1));
    }
    return row;
  }, first);
  return last[to.length] ?? 0;
}
