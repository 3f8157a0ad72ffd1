import { once } from '../../base/once.js';
import type { Format } from '../../domain/format.js';
import type { Notification } from '../../domain/notification.js';
import { CONTROL_BUT_LINE_FEED, INVISIBLE, LONE_SURROGATE } from '../../text/code-points.js';
import { oneLine } from '../../text/one-line.js';
import { withPlainHosts } from './plain-host.js';

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
  // What is not seen, and marks that change the reading direction: one name could look like another.
  [new RegExp(`[${INVISIBLE}]`, 'gu'), ''],
  [/(?<![\u{1f000}-\u{1faff}\u2190-\u2bff]|\ufe0f)\u200d/gu, ''],
];

/** The circles of `text/severity.ts`, which our own lines begin with, in the one look that says nothing of how bad it is. */
const CIRCLES: readonly Rule[] = [
  [/[🔴🟠🟢]\ufe0f?/gu, '●'],
  [/⚪\ufe0f?/gu, '○'],
];
const CIRCLE = '🔴🟠🟢⚪';

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
const NOT_PLAIN = `[${CONTROL_BUT_LINE_FEED}\\u2028\\u2029\\u200d${INVISIBLE}${LONE_SURROGATE}`;
/** An address with something before its host, or with a host that is not in ASCII. */
const ODD_ADDRESS = /:\/\/[^\s/?#]*[@\u0080-\u{10ffff}]/u;

/** Matches if any rule may apply. Almost always none does, and one test is faster than twenty. */
const SUSPECT: Readonly<Record<Format, RegExp>> = {
  text: new RegExp(`${NOT_PLAIN}${CIRCLE}]|<@`, 'u'),
  markdown: new RegExp(`${NOT_PLAIN}${CIRCLE}<&\\]\`*\\\\]|^ *[#>=-]`, 'mu'),
  markdown_v2: new RegExp(`${NOT_PLAIN}${CIRCLE}<&\\]\`*\\\\|~_]|^ *[#>=-]`, 'mu'),
};

function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/**
 * Makes an untrusted text harmless in a format: it can mention no one (`<@`), make no link, colour, heading, code or
 * table, close none of ours, begin no line with a severity's circle, and show no host that is not the one it leads to.
 * Terminal codes, control characters, what is not seen and lone surrogates are removed; every line break becomes `\n`.
 */
export function defuse(text: string, format: Format): string {
  return defused(text, format, CIRCLES);
}

/** Applies {@link defuse} and puts the text on one line without white space around it. */
export function defuseLine(text: string, format: Format): string {
  return oneLine(defuse(text, format));
}

/** Returns the name of a message inside a line of ours. A caller's own words keep the circle they begin with. */
export function defuseTitle({ kind, title }: Pick<Notification, 'kind' | 'title'>, format: Format): string {
  return oneLine(defused(title, format, kind === 'rendered' ? CIRCLES : []));
}

function defused(text: string, format: Format, circles: readonly Rule[]): string {
  if (!SUSPECT[format].test(text) && !ODD_ADDRESS.test(text)) return text;
  const seen = apply(NOT_TEXT, text).toWellFormed();
  return apply([...circles, ...RULES[format]()], withPlainHosts(seen));
}

/** Returns a caller's own text, without what WeCom cannot carry or show: terminal codes, null bytes and lone surrogates. */
export function carriable(text: string): string {
  const plain = text.includes(ESCAPE) ? text.replace(TERMINAL_CODES, '') : text;
  return plain.replaceAll('\0', '').toWellFormed();
}
