import { quote } from '../base/quote.js';
import { InvalidInputError } from './errors.js';
import type { Mentions } from './notification.js';

/** How the two mention parameters are read. */
export interface MentionOptions {
  /** Whether an entry that is a name, not a number, is taken as one of the secret's `people`. Otherwise it is invalid. */
  readonly allowPeople: boolean;
  /** The parameters' names as the caller spells them, for errors. Default `is_at_all` and `at_mobiles`. */
  readonly fields?: { readonly isAtAll: string; readonly atMobiles: string };
}

const DEFAULT_FIELDS = { isAtAll: 'is_at_all', atMobiles: 'at_mobiles' };
const YES: ReadonlySet<unknown> = new Set([1, true, '1', 'true']);
const NO: ReadonlySet<unknown> = new Set([0, false, '0', 'false', '', null, undefined]);
const SEPARATORS = /[\s,，、;；]+/;
const EVERYBODY = /^@(all|所有人)$/i;
const CHINA_PREFIX = /^(\+86|0086)(?=\d)/;
const MOBILE = /^\+?\d{6,15}$/;

/**
 * Whether everybody is mentioned: 1, 0, true, false, or those as text; nothing given means no.
 * @throws InvalidInputError for anything else.
 */
export function parseIsAtAll(value: unknown, field: string = DEFAULT_FIELDS.isAtAll): boolean {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (YES.has(plain)) return true;
  if (NO.has(plain)) return false;
  throw new InvalidInputError(field, `Cannot read ${field} as 1, 0, true or false: current value is ${quote(value)}`);
}

/**
 * Reads whom a message mentions.
 * @param isAtAll see {@link parseIsAtAll}.
 * @param atMobiles a list of texts or numbers, or one text separated by `,` `，` `、` `;` `；` or white space. Nothing, `null`
 *   and `''` mean nobody. `@all` in it mentions everybody. `+86` and `0086` are dropped, and so are repeats.
 * @throws InvalidInputError where an entry cannot be a mobile (6 to 15 digits, `+` before them allowed), nor a name.
 */
export function parseMentions(isAtAll: unknown, atMobiles: unknown, options: MentionOptions): Mentions {
  const fields = options.fields ?? DEFAULT_FIELDS;
  const mobiles = new Set<string>();
  const people = new Set<string>();
  let all = parseIsAtAll(isAtAll, fields.isAtAll);
  for (const entry of entriesOf(atMobiles, fields.atMobiles)) {
    // Chinese input methods type full-width digits and @.
    const plain = entry.normalize('NFKC').replace(CHINA_PREFIX, '');
    if (EVERYBODY.test(plain)) all = true;
    else if (MOBILE.test(plain)) mobiles.add(plain);
    else if (options.allowPeople && /\p{L}/u.test(plain)) people.add(entry.replace(/^[@＠]/, ''));
    else throw notAMobile(fields.atMobiles, entry, options.allowPeople);
  }
  return { all, mobiles: [...mobiles], userIds: [], people: [...people] };
}

/** A mobile as a log may show it: `138****8000`. Short ones keep their last two digits only. */
export function maskMobile(mobile: string): string {
  return mobile.length < 8 ? `****${mobile.slice(-2)}` : `${mobile.slice(0, -8)}****${mobile.slice(-4)}`;
}

function entriesOf(value: unknown, field: string): readonly string[] {
  if (value === null || value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    if (typeof entry === 'string') return entry.split(SEPARATORS).filter((piece) => piece !== '');
    if (typeof entry === 'number') return [String(entry)];
    throw new InvalidInputError(
      field,
      `Cannot read ${field} as a list of mobiles, or a text of them separated by commas: current value is ${quote(entry)}`,
    );
  });
}

function notAMobile(field: string, entry: string, allowPeople: boolean): InvalidInputError {
  const rule = allowPeople ? 'a mobile of 6 to 15 digits or a name' : 'a mobile of 6 to 15 digits';
  return new InvalidInputError(
    field,
    `Cannot mention an entry of ${field} as it must be ${rule}: current value is ${quote(entry)}`,
  );
}
