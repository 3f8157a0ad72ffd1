/** Letters, digits and what slashes join of them, Han characters, or one character of anything else that is not white space. */
const TOKEN = /[a-z]+|\d+(?:\/\d+)*|[\u4e00-\u9fff]+|[^\sa-z\d\u4e00-\u9fff]/g;
/** Characters that join words as a blank does, unless blanks stand around them. */
const GLUE = new Set("-_/.·*~'’`@&+%$^\\\ufe0f");

/** A word, a run of Han characters, or a sign that ends a clause. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'han' | 'end';
}

/** Returns the tokens of a text in small letters: words, numbers, runs of Han characters, and signs. */
export function tokensOf(text: string): readonly Token[] {
  const plain = /[a-z][A-Z]/.test(text) ? text.replace(/([a-z\d])([A-Z])/g, '$1 $2') : text;
  const lower = plain.toLowerCase();
  const tokens: Token[] = [];
  for (const { 0: found, index } of lower.matchAll(TOKEN)) {
    const code = found.charCodeAt(0);
    if (isDigit(code)) tokens.push(...numbersIn(found));
    else if (code >= 97 && code <= 122) tokens.push({ text: found, kind: 'word' });
    else if (code >= 0x4e00 && code <= 0x9fff) tokens.push({ text: found, kind: 'han' });
    else if (!GLUE.has(found) || isApart(lower, index)) tokens.push({ text: found, kind: 'end' });
  }
  return tokens;
}

/** Returns `3/5` as one token, and the numbers of a date as three. */
function numbersIn(text: string): readonly Token[] {
  const parts = text.split('/');
  return (parts.length === 2 ? [text] : parts).map((part) => ({ text: part, kind: 'word' }));
}

/** Returns true if a joining character ends a clause: a full stop before a blank, a dash between blanks. */
function isApart(text: string, index: number): boolean {
  const next = text.charAt(index + 1);
  if (text.charAt(index) === '.') return next === '' || next === ' ' || next === '\n';
  return next === ' ' && text.charAt(index - 1) === ' ';
}

/** Returns true for a text that begins with a Han character. */
export function isHanText(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Returns true for the code of a digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
