const CHINA_PREFIX = /^(?:\+86|0086)(?=\d)|^86(?=1[3-9]\d{9}$)/;
const CHINA_MOBILE = /^1[3-9]\d{9}$/;
const MOBILE = /^\+?\d{6,15}$/;
/** Marks that nobody sees, such as the direction marks around a mobile copied from a contact. */
const INVISIBLE = /\p{Cf}/gu;
/** Hyphens, and the dashes that keyboards and office programs write in their place. */
const DASH = /[\u2010-\u2015\u2212]/g;
const PUNCTUATION = /[\s()-]/g;

/**
 * Reads one mobile: 6 to 15 digits, in groups if its writer likes (`+86 138-0013-8000`). Full-width digits are made plain
 * (Chinese input methods produce them); spaces, hyphens, brackets, invisible marks, `+86` and `0086` are dropped, and so
 * is `86` before a mobile of China; any other `+` stays. Returns `undefined` if the text is not a mobile.
 */
export function readMobile(text: string): string | undefined {
  const plain = withoutPrefix(digitsOf(plainOf(text)));
  return isMobile(plain) ? plain : undefined;
}

/** Returns true for the digits of a mobile, after its prefix. */
export function isMobile(digits: string): boolean {
  return MOBILE.test(digits);
}

/** Makes full-width characters plain, any dash a hyphen, and drops what nobody sees. */
export function plainOf(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(DASH, '-');
}

/** Returns the digits of a plain text, without what groups them. A leading `+` stays. */
export function digitsOf(plain: string): string {
  return plain.replace(PUNCTUATION, '');
}

/** Returns digits without the country code of China. */
export function withoutPrefix(digits: string): string {
  return digits.replace(CHINA_PREFIX, '');
}

/** Returns true for the digits of a mobile of China, with its country code or without. */
export function isChinaMobile(digits: string): boolean {
  return CHINA_MOBILE.test(withoutPrefix(digits));
}

/** Returns true for one of a list of people that is a number and no name. */
export function isNumber(one: string): boolean {
  return /^\+?\d+$/.test(one);
}
