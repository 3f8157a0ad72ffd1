import { once } from '../../base/once.js';
import type { Format } from '../../domain/notification.js';
import { CONTROL_BUT_LINE_FEED, LONE_SURROGATE } from '../../text/code-points.js';
import { oneLine } from '../../text/one-line.js';

/** What is replaced, and by what: each look-alike shows the character and means nothing. */
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
  // Marks that turn the reading direction: a name could show as another one.
  [/[\u202a-\u202e\u2066-\u2069]/g, ''],
];

/** WeCom documents no escape for its markup: only a look-alike is safe. */
const MARKUP: readonly Rule[] = [
  [/<(?=[@a-z/!?])/gi, '＜'],
  [/&(?=#?\w{1,31};)/g, '＆'],
  [/\](?=[([:])/g, '］'],
  [/`/g, "'"],
  [/\*/g, '∗'],
  [/\\(?=[!-/:-@[-`{-~]|$)/gm, '＼'],
  // The look-behind comes last: before the character it would be tried at every space, in square time.
  [/#(?<=^ *#)/gm, '＃'],
  [/>(?<=^ *>)/gm, '＞'],
  // Under a line of text, these would make it a heading.
  [/-(?<=^ *-)-*(?= *$)/gm, '—'],
  [/=(?<=^ *=)=*(?= *$)/gm, '＝'],
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
    // Between letters an underscore is one already.
    [new RegExp(`(?<!${LETTER_OR_DIGIT})_|_(?!${LETTER_OR_DIGIT})`, 'gu'), '＿'],
  ]),
};

/** The beginning of a class: what no format shows as text. Each format's own marks follow. */
const NOT_PLAIN = `[${CONTROL_BUT_LINE_FEED}\\u2028-\\u202e\\u2066-\\u2069${LONE_SURROGATE}`;

/** Whether any rule may apply. Nearly always none does, and one look is faster than twenty. */
const SUSPECT: Readonly<Record<Format, RegExp>> = {
  text: new RegExp(`${NOT_PLAIN}]|<@`, 'u'),
  markdown: new RegExp(`${NOT_PLAIN}<&\\]\`*\\\\]|^ *[#>=-]`, 'mu'),
  markdown_v2: new RegExp(`${NOT_PLAIN}<&\\]\`*\\\\|~_]|^ *[#>=-]`, 'mu'),
};

function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/**
 * Makes a text that nobody vouches for harmless in a format: it can mention nobody (`<@`), make no link, colour, heading, code
 * or table, and close none of ours. Terminal codes, control and direction characters and lone surrogates go, every line end
 * becomes `\n`.
 */
export function defuse(text: string, format: Format): string {
  return SUSPECT[format].test(text) ? apply(RULES[format](), apply(NOT_TEXT, text).toWellFormed()) : text;
}

/** {@link defuse}, on one line without white space around it. */
export function defuseLine(text: string, format: Format): string {
  return oneLine(defuse(text, format));
}

/** A defused line as the text of a markdown link, which a bracket of its own would end. */
export function inLink(line: string): string {
  return line.replaceAll('[', '［').replaceAll(']', '］');
}

/** A caller's own text as it is, but for what WeCom cannot carry: null bytes and lone surrogates. */
export function carriable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
