import { quote } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';

/** Longest id a caller may choose, in UTF-8 bytes. It is written to the log. */
const MAX_ID_BYTES = 200;

/**
 * An idempotency key of the caller's choice. Prefixed, so that a caller cannot make one that an AWS event will have.
 * @param prefix the road's own: `http`, `invoke`.
 * @param field what the caller calls it.
 * @returns `undefined` where it is no text or blank.
 * @throws InvalidInputError where it is too long or holds control characters.
 */
export function callerId(prefix: string, value: unknown, field: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (Buffer.byteLength(value) > MAX_ID_BYTES || /\p{C}/u.test(value)) {
    const rule = `an id is at most ${MAX_ID_BYTES} bytes without control characters`;
    throw new InvalidInputError(field, `Cannot use ${field} as ${rule}: current value is ${quote(value)}`);
  }
  return `${prefix}:${value.trim()}`;
}
