import { createHash } from 'node:crypto';

/** Characters of a digest in the place of an id: enough that no two are alike. */
const ID_CHARACTERS = 32;

/** Returns a text's SHA-256, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Returns the beginning of a text's SHA-256, in the place of an id that may be too long, or a secret. */
export function idDigest(text: string): string {
  return sha256(text).slice(0, ID_CHARACTERS);
}
