import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** Keys as WeCom makes them. */
export const KEYS = fc.uuid();
/** Bytes as a generator of random ones gives them: no zeros in a row, as fast-check likes them. */
const randomBytes = (bytes: number) =>
  fc.nat().map((seed) => createHash('sha512').update(String(seed)).digest().subarray(0, bytes));
/** Tokens as `openssl rand` makes them. Of those that hold few digits some read like words: see docs/decisions.md. */
const TOKENS = fc.oneof(
  randomBytes(16).map((bytes) => bytes.toString('hex')),
  randomBytes(32).map((bytes) => bytes.toString('hex')),
  randomBytes(32)
    .map((bytes) => bytes.toString('base64url'))
    .filter((token) => (token.match(/[A-Za-z]\d+[A-Za-z]/g) ?? []).length > 2),
);
/** A token that shows by nothing that it is one: only who knows it can mask it. */
const WORDY_TOKENS = fc
  .array(fc.constantFrom('correct', 'horse', 'battery', 'staple', 'wecom'), { minLength: 3, maxLength: 5 })
  .map((words) => words.join('-'));
export const MOBILES = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

/** One of each. */
export const HIDDEN = fc.record({ key: KEYS, token: fc.oneof(TOKENS, TOKENS, WORDY_TOKENS), mobile: MOBILES });
/** Those that show by their form what they are, although nobody here knows them. */
export const STRANGE = fc.oneof(KEYS, TOKENS, MOBILES);

/** The ways in which a value is put into a field. */
export const FORMS: readonly (readonly [name: string, write: (secret: string) => unknown])[] = [
  ['as it is', (secret) => secret],
  ['in capitals', (secret) => secret.toUpperCase()],
  ['in words', (secret) => `see ${secret} there`],
  ['in a list', (secret) => [secret, `x${secret}`]],
  ['as a name', (secret) => ({ [secret]: secret })],
  ['percent-encoded', (secret) => encodeURIComponent(`a=${secret}&b`)],
  ['in an address', (secret) => `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${secret}`],
  ['as Basic credentials', (secret) => `Basic ${btoa(`wecom:${secret}`)}`],
  ['in JSON', (secret) => JSON.stringify({ token: secret, robot: secret })],
  ['as a number', (secret) => (/^\d+$/.test(secret) ? Number(secret) : secret)],
];

/** Returns true if a text shows a secret: as it is, percent-encoded or in base64, whatever stands around it. */
export function shows(text: string, secret: string): boolean {
  const plain = text.toLowerCase();
  const wanted = secret.toLowerCase();
  if (plain.includes(wanted) || plain.replace(/%[0-9a-f]{2}/g, decodeURIComponentOrNothing).includes(wanted))
    return true;
  const encoded = text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? [];
  return encoded.some((run) =>
    [0, 1, 2, 3].some((start) => Buffer.from(run.slice(start), 'base64').toString('latin1').includes(secret)),
  );
}

function decodeURIComponentOrNothing(code: string): string {
  return String.fromCharCode(Number.parseInt(code.slice(1), 16)).toLowerCase();
}
