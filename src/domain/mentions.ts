import { quote } from '../base/quote.js';
import { InvalidInputError } from './errors.js';
import type { Mentions } from './notification.js';

/** Options for reading the two mention parameters. */
export interface MentionOptions {
  /**
   * Reads an entry that is a name rather than a number as one of the secret's `people` if true; otherwise it is
   * invalid.
   */
  readonly allowPeople: boolean;
  /** The parameters' names in the caller's spelling, for errors. Default `is_at_all` and `at_mobiles`. */
  readonly fields?: { readonly isAtAll: string; readonly atMobiles: string };
}

const DEFAULT_FIELDS = { isAtAll: 'is_at_all', atMobiles: 'at_mobiles' };
const YES: ReadonlySet<unknown> = new Set([1, true, '1', 'true']);
const NO: ReadonlySet<unknown> = new Set([0, false, '0', 'false', '', null, undefined]);
const SEPARATORS = /[\r\n\t,，、;；]+/;
const EVERYBODY = /^@(all|所有人)$/i;
const CHINA_PREFIX = /^(?:\+86|0086)(?=\d)|^86(?=1[3-9]\d{9}$)/;
const CHINA_MOBILE = /^1[3-9]\d{9}$/;
const MAX_DIGITS = 15;
const MOBILE = /^\+?\d{6,15}$/;
/** Marks that nobody sees, such as the direction marks around a mobile copied from a contact. */
const INVISIBLE = /\p{Cf}/gu;
/** Hyphens, and the dashes that keyboards and office programs write in their place. */
const DASH = /[\u2010-\u2015\u2212]/g;
const PUNCTUATION = /[\s()-]/g;
/** A mobile, or a piece of one that is written in groups: `138`, `+86`, `(+852)`, `138-0013-8000`. */
const PIECE = /^[(+]{0,2}\d[\d()-]*$/;

/**
 * Mentions everyone if true. Accepts 1, 0, true, false or their text; default false.
 * @throws {InvalidInputError} If the value is anything else.
 */
export function parseIsAtAll(value: unknown, field: string = DEFAULT_FIELDS.isAtAll): boolean {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (YES.has(plain)) return true;
  if (NO.has(plain)) return false;
  const given = quote(value);
  throw new InvalidInputError(field, `Cannot read ${field} as 1, 0, true or false: current value is ${given}`, {
    violation: { kind: 'isAtAll', given },
  });
}

/**
 * Reads the people a message mentions.
 * @param isAtAll see {@link parseIsAtAll}.
 * @param atMobiles a list of texts or numbers, or one text as {@link splitMentions} splits it. Absent, `null` and `''`
 *   mention no one. `@all` among them mentions everyone. Mobiles are read by {@link readMobile}; repeats are dropped.
 * @throws {InvalidInputError} If an entry is neither a mobile (6 to 15 digits, a leading `+` allowed) nor an accepted
 *   name.
 */
export function parseMentions(isAtAll: unknown, atMobiles: unknown, options: MentionOptions): Mentions {
  const fields = options.fields ?? DEFAULT_FIELDS;
  const mobiles = new Set<string>();
  const people = new Set<string>();
  let all = parseIsAtAll(isAtAll, fields.isAtAll);
  for (const entry of entriesOf(atMobiles, fields.atMobiles)) {
    const plain = plainOf(entry);
    const mobile = readMobile(plain);
    if (EVERYBODY.test(plain)) all = true;
    else if (mobile !== undefined) mobiles.add(mobile);
    else if (options.allowPeople && /\p{L}/u.test(plain)) people.add(entry.replace(/^[@＠]/, ''));
    else throw notAMobile(fields.atMobiles, entry, options.allowPeople);
  }
  return { all, mobiles: [...mobiles], userIds: [], people: [...people] };
}

/**
 * Reads one mobile: 6 to 15 digits, in groups if its writer likes (`+86 138-0013-8000`). Full-width digits are made plain
 * (Chinese input methods produce them); spaces, hyphens, brackets, invisible marks, `+86` and `0086` are dropped, and so
 * is `86` before a mobile of China; any other `+` stays. Returns `undefined` if the text is not a mobile.
 */
export function readMobile(text: string): string | undefined {
  const plain = withoutPrefix(digitsOf(plainOf(text)));
  return isMobile(plain) ? plain : undefined;
}

function isMobile(digits: string): boolean {
  return MOBILE.test(digits);
}

/** Makes full-width characters plain, any dash a hyphen, and drops what nobody sees. */
function plainOf(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(DASH, '-');
}

function digitsOf(plain: string): string {
  return plain.replace(PUNCTUATION, '');
}

function withoutPrefix(digits: string): string {
  return digits.replace(CHINA_PREFIX, '');
}

/** Returns true for one of a list of people that is a number and no name. */
export function isNumber(one: string): boolean {
  return /^\+?\d+$/.test(one);
}

/** Returns true if nobody is mentioned. */
export function isNobody({ all, mobiles, userIds, people }: Mentions): boolean {
  return !all && mobiles.length === 0 && userIds.length === 0 && people.length === 0;
}

/**
 * Splits a text that lists mobiles or names, separated by `,` `，` `、` `;` `；` or white space. A mobile may be written in
 * groups, which are put together: `+86 138 0013 8000, 139 0013 9000` lists two.
 */
export function splitMentions(text: string): readonly string[] {
  return text.split(SEPARATORS).flatMap(joinGroups);
}

/** Splits at spaces, and puts together the words that are groups of one mobile. */
function joinGroups(part: string): readonly string[] {
  const entries: string[] = [];
  let last = NO_GROUPS;
  for (const word of part.split(/\s+/)) {
    const plain = plainOf(word);
    const digits = PIECE.test(plain) ? digitsOf(plain) : '';
    const isMore = digits !== '' && goesOn(last, digits);
    const whole = isMore ? last.digits + digits : digits;
    if (isMore) entries.pop();
    if (word !== '') entries.push(whole || word);
    last = { digits: whole, hasMobile: (isMore && last.hasMobile) || isMobile(withoutPrefix(digits)) };
  }
  return entries;
}

/** The groups read so far of one mobile, and if one of them could be a mobile by itself. */
interface Groups {
  readonly digits: string;
  readonly hasMobile: boolean;
}

const NO_GROUPS: Groups = { digits: '', hasMobile: false };

/**
 * Returns true if these digits are one more group. Fewer than six are no mobile, so they are a group of one; six and more
 * are one only behind a country's code. Whatever completes a mobile of China is one, and nothing follows that.
 */
function goesOn({ digits, hasMobile }: Groups, more: string): boolean {
  if (digits === '' || digits.length > MAX_DIGITS || more.startsWith('+') || isChinaMobile(digits)) return false;
  if (isChinaMobile(digits + more)) return true;
  return !hasMobile && (!isMobile(more) || /^(\+|00)/.test(digits));
}

function isChinaMobile(digits: string): boolean {
  return CHINA_MOBILE.test(withoutPrefix(digits));
}

function entriesOf(value: unknown, field: string): readonly string[] {
  if (value === null || value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    if (typeof entry === 'string') return splitMentions(entry);
    if (typeof entry === 'number') return [String(entry)];
    const given = quote(entry);
    throw new InvalidInputError(
      field,
      `Cannot read ${field} as a list of mobiles, or a text of them separated by commas: current value is ${given}`,
      { violation: { kind: 'mobileList', given } },
    );
  });
}

function notAMobile(field: string, entry: string, allowPeople: boolean): InvalidInputError {
  const rule = allowPeople ? 'a mobile of 6 to 15 digits or a name' : 'a mobile of 6 to 15 digits';
  const given = quote(entry);
  return new InvalidInputError(
    field,
    `Cannot mention an entry of ${field} as it must be ${rule}: current value is ${given}`,
    { violation: { kind: 'mobile', given } },
  );
}

/** Returns everyone whom any of them mentions, once each. */
export function unionOf(all: readonly Mentions[]): Mentions {
  return {
    all: all.some((mentions) => mentions.all),
    mobiles: [...new Set(all.flatMap(({ mobiles }) => mobiles))],
    userIds: [...new Set(all.flatMap(({ userIds }) => userIds))],
    people: [...new Set(all.flatMap(({ people }) => people))],
  };
}
