/** Whether there is white space other than single blanks between words. Nearly always there is none, and a look is cheap. */
const UNEVEN = /[^\S ]| {2}|^ | $/;

/** White space of any kind and length as one blank, none at the ends: what stands on one line. */
export function oneLine(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
