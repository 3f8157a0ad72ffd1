import { bubbleOf } from './bubble.js';
import { byId } from './dom.js';
import { textOfNode } from './node.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Message} Message
 * @typedef {Pick<App, 'state' | 'choices' | 'words'>} Searching
 */

/** The text of each message, in small letters, by the words around it: messages do not change. @type {WeakMap<object, WeakMap<object, string>>} */
const texts = new WeakMap();

/** @param {Message} message @param {Searching} searching */
function textOf({ message }, { state, words }) {
  const ofWords = texts.get(words) ?? new WeakMap();
  texts.set(words, ofWords);
  const known = ofWords.get(message);
  if (known !== undefined) return known;
  const { children } = bubbleOf(message, { people: state.people, asWechat: false, words });
  const text = children.map(textOfNode).join('').toLowerCase();
  ofWords.set(message, text);
  return text;
}

/**
 * Returns the messages with every word that is searched for; all of them if none is.
 * @param {readonly Message[]} messages
 * @param {Searching} searching
 */
export function found(messages, searching) {
  const wanted = searching.choices.search.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return messages;
  return messages.filter((message) => wanted.every((word) => textOf(message, searching).includes(word)));
}

/** Starts the field in which messages are searched. @param {App} app */
export function startSearch(app) {
  const field = /** @type {HTMLInputElement} */ (byId('search'));
  field.addEventListener('input', () => app.choose({ search: field.value }));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    field.value = '';
    app.choose({ search: '' });
  });
}
