/** Longest piece of a given value that an error shows, in characters. */
const MAX_QUOTED = 40;

/** A given value as an error shows it: in JSON's notation, so that nothing in it breaks a line, and shortened. */
export function quote(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'object' && value !== null ? kindOf(value) : String(value);
  const shown = [...value.slice(0, 2 * MAX_QUOTED)].slice(0, MAX_QUOTED).join('');
  return JSON.stringify(shown === value ? value : `${shown}…`);
}

/** Objects may hold anything, a key too: only their kind is shown. */
function kindOf(value: object): string {
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
