/** Code points that are two columns wide. A few of them are narrower in some fonts, so that a row is never too long. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2014, 0x2014],
  [0x2026, 0x2026],
  [0x2600, 0x27bf],
  [0x2b00, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f000, 0x1faff],
  [0x20000, 0x3ffff],
];

/** Returns the width of a text, in columns: a Latin letter is one, a Chinese character or an emoji is two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** Returns the width of a character, in columns. */
export function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
