/** White space other than single spaces between words. There is nearly always none, and the check is cheap. */
const UNEVEN = /[^\S ]| {2}|^ | $/;

/** Puts a text on one line: replaces each run of white space with one space, and removes it at both ends. */
export function oneLine(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
