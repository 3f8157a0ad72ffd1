import { getOwn, textAt } from '../../base/json.js';
import { once } from '../../base/once.js';
import { SLACK_EMOJI } from './slack-emoji.js';

type Rule = readonly [pattern: RegExp, replacement: string | ((...found: string[]) => string)];

/** A mark that opens before a word and closes after one: there is none in `a*b` and `snake_case`. */
const pair = (mark: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}${mark}])[${mark}](?=\\S)([^${mark}\\n]{0,500}?\\S|\\S)[${mark}](?![\\p{L}\\p{N}${mark}])`,
    'gu',
  );

/** The rules, in this order: `<…>` is replaced first, before unescaped entities could form a new one. */
const RULES = once((): readonly Rule[] => [
  [/<!date\^[^|<>]{0,200}\|([^<>]{0,200})>/g, '$1'],
  [/<!subteam\^[^|<>]{0,50}\|@?([^<>]{0,100})>/g, '@$1'],
  [/<!(here|channel|everyone)(?:\|[^<>]{0,50})?>/g, '@$1'],
  [/<#[A-Z0-9]{1,20}\|([^<>]{1,100})>/g, '#$1'],
  [/<@([A-Z0-9]{1,20})(?:\|([^<>]{1,100}))?>/g, (_, id = '', name = '') => `@${name || id}`],
  [
    /<(https?:[^|<>\s]{1,2000}|mailto:[^|<>\s]{1,200})\|([^<>]{1,500})>/g,
    (_, url = '', text = '') => linked(url, text),
  ],
  [/<(https?:[^|<>\s]{1,2000})>/g, '$1'],
  [/:([a-z0-9_+-]{1,40}):(?::skin-tone-[2-6]:)?/g, (found, name = '') => emojiOf(name) ?? found],
  [/```\n?|`/g, ''],
  [pair('*'), '$1'],
  [pair('~'), '$1'],
  [pair('_'), '$1'],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
]);

/** Longest text that is read, in characters: far more than is shown. */
export const MAX_SLACK_TEXT = 10_000;

/** Returns the text at a path as plain text, without white space around it. Empty if there is none. */
export function plainSlackAt(value: unknown, ...path: readonly string[]): string {
  return plainSlackText((textAt(value, ...path) ?? '').slice(0, MAX_SLACK_TEXT)).trim();
}

/**
 * Turns Slack's markup into plain text: emoji by name, links as `text URL`, mentions as mere names, without the marks for bold,
 * italic, strikethrough and code. The code that shows the text adds WeCom's own markup.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function plainSlackText(text: string): string {
  return RULES().reduce((result, [pattern, replacement]) => {
    // Two overloads, one for each kind of replacement.
    return typeof replacement === 'string'
      ? result.replace(pattern, replacement)
      : result.replace(pattern, replacement);
  }, text);
}

/** Returns the emoji for a name such as `warning`. */
export function emojiOf(name: string): string | undefined {
  return getOwn(SLACK_EMOJI, name);
}

function linked(url: string, text: string): string {
  const address = url.replace(/^mailto:/, '');
  return text === address ? address : `${text} ${address}`;
}
