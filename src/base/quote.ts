/** Longest part of a given value that an error shows, in characters. */
const MAX_QUOTED = 40;

/** The key in a webhook URL. */
const URL_KEY = /(key=)[^&\s]+/gi;
/** Text that may be a robot key given in the wrong field: a UUID, or enough of one. */
const MAY_BE_KEY = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{0,30}|[0-9a-f]{32}/gi;

/** Formats a given value for an error: as JSON, so that nothing in it breaks a line, shortened, any key masked. */
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
  // Mask before cutting: half a key is no longer recognised as one.
  const masked = text
    .slice(0, 10 * MAX_QUOTED)
    .replace(URL_KEY, '$1***')
    .replace(MAY_BE_KEY, '***');
  const shown = [...masked].slice(0, MAX_QUOTED).join('');
  return JSON.stringify(shown === masked && text.length <= 10 * MAX_QUOTED ? shown : `${shown}…`);
}

/**
 * Names the kind of an object and no more: it may hold anything, even a key. The same goes for functions and the like.
 */
function kindOf(value: object): string {
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
