/** More edits than this for each letter make it a different word. */
const MAX_EDITS_PER_LETTER = 1 / 3;

/**
 * Returns the name that a misspelt one probably means, whatever its case and separators, or `undefined` if no name is
 * close.
 */
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

/** Counts the letters to insert, delete, replace or swap with their neighbour, one row of the table of distances at a time. */
function editsBetween(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : replaced;
      current.push(Math.min(replaced, swapped, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
