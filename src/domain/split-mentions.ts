import { digitsOf, isChinaMobile, isMobile, plainOf, withoutPrefix } from './mobile.js';

const SEPARATORS = /[\r\n\t,，、;；]+/;
/** A mobile, or a piece of one that is written in groups: `138`, `+86`, `(+852)`, `138-0013-8000`. */
const PIECE = /^[(+]{0,2}\d[\d()-]*$/;
const MAX_DIGITS = 15;

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
