import { quote } from '../base/quote.js';
import { InvalidInputError } from './errors.js';
import type { Mentions } from './mentions.js';
import { plainOf, readMobile } from './mobile.js';
import { splitMentions } from './split-mentions.js';

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
const EVERYBODY = /^@(all|所有人)$/i;

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
