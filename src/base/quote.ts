/** Longest piece of a given value that an error shows, in characters. */
const MAX_QUOTED = 40;

/** What may be a robot key that somebody put into the wrong field: a webhook URL's, or a UUID. */
const MAY_BE_KEY = /(?<=key=)[^&\s]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]*|[0-9a-f]{32}/gi;

/** A given value as an error shows it: in JSON's notation, so that nothing in it breaks a line, shortened, any key masked. */
export function quote(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoteText(value);
    case 'object':
      return value === null ? 'null' : kindOf(value);
    case 'function':
    case 'symbol':
    case 'bigint':
      return `a ${typeof value}`;
    default:
      return String(value);
  }
}

function quoteText(text: string): string {
  // Masked before it is cut: half a key is no longer recognised as one.
  const masked = text.slice(0, 10 * MAX_QUOTED).replace(MAY_BE_KEY, '***');
  const shown = [...masked].slice(0, MAX_QUOTED).join('');
  return JSON.stringify(shown === masked && text.length <= 10 * MAX_QUOTED ? shown : `${shown}…`);
}

/** Objects may hold anything, a key too: only their kind is shown. So it is with functions and the like. */
function kindOf(value: object): string {
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
