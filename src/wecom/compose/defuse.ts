import { once } from '../../base/once.js';
import type { Format } from '../../domain/notification.js';
import { CONTROL_BUT_LINE_FEED, LONE_SURROGATE } from '../../text/code-points.js';
import { oneLine } from '../../text/one-line.js';

/** A pattern and its replacement: each look-alike shows the character but has no effect. */
type Rule = readonly [pattern: RegExp, replacement: string];

const ESCAPE = '\u001b';
const BELL = '\u0007';
/** Terminal codes: CSI (colours), OSC (titles and links), and two-character ones. */
const TERMINAL_CODES = new RegExp(
  [
    `${ESCAPE}\\[[0-?]*[ -/]*[@-~]`,
    `${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)`,
    `${ESCAPE}[ -/]*[0-~]`,
  ].join('|'),
  'g',
);

const NOT_TEXT: readonly Rule[] = [
  [TERMINAL_CODES, ''],
  [/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'],
  [/\t/g, ' '],
  [new RegExp(`[${CONTROL_BUT_LINE_FEED}]`, 'g'), ''],
  // Marks that change the reading direction: one name could look like another.
  [/[\u202a-\u202e\u2066-\u2069]/g, ''],
];

/** WeCom documents no escape for its markup, so only a look-alike is safe. */
const MARKUP: readonly Rule[] = [
  [/<(?=[@a-z/!?])/gi, '＜'],
  [/&(?=#?\w{1,31};)/g, '＆'],
  [/\](?=[([:])/g, '］'],
  [/`/g, "'"],
  [/\*/g, '∗'],
  [/\\(?=[!-/:-@[-`{-~]|$)/gm, '＼'],
  [/^( *)#/gm, '$1＃'],
  [/^( *)>/gm, '$1＞'],
  // Below a line of text, these would turn it into a heading.
  [/^( *)-+( *)$/gm, '$1—$2'],
  [/^( *)=+( *)$/gm, '$1＝$2'],
];

const TEXT: readonly Rule[] = [[/<(?=@)/g, '＜']];
const LETTER_OR_DIGIT = '[\\p{L}\\p{N}]';

const RULES: Readonly<Record<Format, () => readonly Rule[]>> = {
  text: () => TEXT,
  markdown: () => MARKUP,
  markdown_v2: once(() => [
    ...MARKUP,
    [/\|/g, '｜'],
    [/~(?=~)|(?<=~)~/g, '～'],
    // Between letters, an underscore is harmless already.
    [new RegExp(`(?<!${LETTER_OR_DIGIT})_|_(?!${LETTER_OR_DIGIT})`, 'gu'), '＿'],
  ]),
};

/** The beginning of a character class: what no format shows as text. Each format adds its own marks. */
const NOT_PLAIN = `[${CONTROL_BUT_LINE_FEED}\\u2028-\\u202e\\u2066-\\u2069${LONE_SURROGATE}`;

/** Matches if any rule may apply. Almost always none does, and one test is faster than twenty. */
const SUSPECT: Readonly<Record<Format, RegExp>> = {
  text: new RegExp(`${NOT_PLAIN}]|<@`, 'u'),
  markdown: new RegExp(`${NOT_PLAIN}<&\\]\`*\\\\]|^ *[#>=-]`, 'mu'),
  markdown_v2: new RegExp(`${NOT_PLAIN}<&\\]\`*\\\\|~_]|^ *[#>=-]`, 'mu'),
};

function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/**
 * Makes an untrusted text harmless in a format: it can mention no one (`<@`), make no link, colour, heading, code or
 * table, and close none of ours. Terminal codes, control and direction characters and lone surrogates are removed;
 * every line break becomes `\n`.
 */
export function defuse(text: string, format: Format): string {
  return SUSPECT[format].test(text) ? apply(RULES[format](), apply(NOT_TEXT, text).toWellFormed()) : text;
}

/** Applies {@link defuse} and puts the text on one line without white space around it. */
export function defuseLine(text: string, format: Format): string {
  return oneLine(defuse(text, format));
}

/** Returns a defused line as the text of a markdown link, which a bracket of its own would end. */
export function inLink(line: string): string {
  return line.replaceAll('[', '［').replaceAll(']', '］');
}

/** Returns a caller's own text, without what WeCom cannot carry or show: terminal codes, null bytes and lone surrogates. */
export function carriable(text: string): string {
  const plain = text.includes(ESCAPE) ? text.replace(TERMINAL_CODES, '') : text;
  return plain.replaceAll('\0', '').toWellFormed();
}
