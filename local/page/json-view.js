import { button, h } from './dom.js';
import { icon } from './icons.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {Readonly<Record<string, unknown>>} Json
 */

/**
 * Longest content by type, bytes.
 * @see https://developer.work.weixin.qq.com/document/path/99110
 * @type {Readonly<Record<string, number>>}
 */
const MAX_BYTES = { text: 2048, markdown: 4096, markdown_v2: 4096 };

/** Longest string shown whole. Longer ones in a message are pictures, which no one reads. */
const MAX_STRING = 5000;

/**
 * Returns the size of the content as a share of WeCom's limit. Only the type if it has no limit.
 * @param {Json} message
 * @param {App['words']} words
 */
export function messageBytes(message, words) {
  const kind = String(message['msgtype']);
  const content = /** @type {{ content?: unknown } | undefined} */ (message[kind])?.content;
  const max = MAX_BYTES[kind];
  if (typeof content !== 'string' || max === undefined) return kind;
  return `${kind} · ${words.bytes(new TextEncoder().encode(content).length, max)}`;
}

/** Shows the posted JSON, for reading and copying. @param {import('./state.js').Message} message @param {App} app */
export function jsonElement({ message }, { words, say }) {
  const copy = button(
    { class: 'quiet', 'data-focus': 'copy' },
    () => {
      const copied = navigator.clipboard?.writeText(JSON.stringify(message)) ?? Promise.reject();
      copied.then(
        () => say(words.copied),
        () => say(words.copyFailed),
      );
    },
    icon('copy'),
    words.copy,
  );
  const shortened = (/** @type {string} */ _, /** @type {unknown} */ value) =>
    typeof value === 'string' && value.length > MAX_STRING ? `${value.slice(0, 60)}…` : value;
  return h(
    'div',
    { class: 'json' },
    h('div', { class: 'json-head' }, h('h3', {}, words.steps.json), copy),
    h('p', { class: 'step-fact' }, messageBytes(message, words)),
    h('pre', { tabindex: 0, 'aria-label': words.steps.json }, JSON.stringify(message, shortened, 2)),
  );
}
