import { quote } from '../../base/quote.js';
import { mayBeSecret } from '../../base/secret-shapes.js';
import { idDigest } from '../../base/sha256.js';
import { InvalidInputError } from '../../domain/errors.js';

/** Longest id that a caller may choose, in UTF-8 bytes. It is written to the log. */
const MAX_ID_BYTES = 200;

/**
 * Reads an idempotency key that the caller chose, and prefixes it, so that it can never equal the id of an AWS event. One that
 * may be a secret (a UUID is) becomes a digest, which tells repeats apart as well: ids are logged, answered and queued.
 * @param prefix the source's own: `http`, `invoke`.
 * @param field the caller's name for it.
 * @returns `undefined` if it is not a string or is blank.
 * @throws {InvalidInputError} If it is too long or contains control characters.
 */
export function callerId(prefix: string, value: unknown, field: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  if (Buffer.byteLength(value) > MAX_ID_BYTES || /\p{C}/u.test(value)) {
    const rule = `an id has at most ${MAX_ID_BYTES} bytes and no control characters`;
    throw new InvalidInputError(field, `Cannot use ${field} as ${rule}: current value is ${quote(value)}`);
  }
  return `${prefix}:${withoutSecret(value.trim())}`;
}

/** Returns an id that a caller's words decide, or its digest if it may be a secret. */
function withoutSecret(id: string): string {
  return mayBeSecret(id) ? idDigest(id) : id;
}
