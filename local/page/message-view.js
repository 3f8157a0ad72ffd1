import { bubbleOf } from './bubble.js';
import { button, h, mount } from './dom.js';
import { avatar } from './icons.js';
import { permalink } from './permalink.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Message} Message
 */

/** A message newer than this moves into its place, milliseconds of real time. */
const NEW_FOR_MS = 1000;

/** Returns what a message's element shows, as data. @param {Message} message @param {App} app */
export function signOf(message, app) {
  const { asWechat, tongue, selected } = app.choices;
  return [asWechat, tongue, isSelected(message, selected), notesOf(message, app)];
}

/** @param {Message} message @param {App['choices']['selected']} selected */
function isSelected({ number, traces }, selected) {
  if (!selected) return false;
  return 'message' in selected ? selected.message === number : traces.includes(selected.trace);
}

/**
 * Returns facts about a message that the group itself does not show.
 * @param {Message} message
 * @param {App} app
 * @returns {readonly string[]}
 */
function notesOf({ number, traces }, { state, words }) {
  const journeys = [...new Set(traces)]
    .flatMap((trace) => state.traces.get(trace)?.journeys ?? [])
    .filter(({ messages }) => messages.includes(number));
  const part = journeys[0]?.read.part;
  const tries = Math.max(0, ...journeys.map(({ outcomes }) => outcomes.length));
  return [
    ...(journeys.length > 1 ? [words.merged(journeys.length)] : []),
    ...(journeys.length === 1 && part ? [words.part(part)] : []),
    ...(tries > 1 ? [words.tried(tries)] : []),
  ];
}

/** @param {Message} message @param {App} app @returns {readonly string[]} */
function marksOf(message, { choices, state, now }) {
  const isNew = now() - message.at < NEW_FOR_MS * state.settings.speed;
  return [...(isSelected(message, choices.selected) ? ['is-selected'] : []), ...(isNew ? ['is-new'] : [])];
}

/**
 * Returns what a look at a message chooses: the one event that it shows, as is known by then, or else the message.
 * @param {number} message
 * @param {App} app
 */
function historyOf(message, { state }) {
  const traces = new Set(state.messages.find(({ number }) => number === message)?.traces);
  const [trace] = traces;
  return trace !== undefined && traces.size === 1 ? { trace } : { message };
}

/**
 * Shows a message with its robot's face and name, and a link to its trace.
 * @param {Message} message
 * @param {App} app
 */
export function messageElement(message, app) {
  const { words, choices, choose, state } = app;
  const { number } = message;
  const { shape, children } = bubbleOf(message.message, { people: state.people, asWechat: choices.asWechat, words });
  const notes = notesOf(message, app);
  const look = button(
    { class: 'look', 'data-focus': `look-${number}`, 'aria-label': `${words.message(number)}: ${words.showTrace}` },
    () => choose({ selected: historyOf(number, app), pane: 'trace' }),
    ...notes.map((note) => h('span', { class: 'look-note' }, note)),
    words.showTrace,
  );
  return h(
    'article',
    { class: ['message', ...marksOf(message, app)].join(' '), 'data-number': number },
    avatar(),
    h(
      'div',
      { class: 'message-body' },
      h('div', { class: 'message-name' }, words.robotName, h('span', { class: 'bot' }, words.bot)),
      h('div', { class: `shape shape-${shape}` }, ...children.map(mount)),
      h('div', { class: 'message-foot' }, look, permalink(number, app)),
    ),
  );
}
