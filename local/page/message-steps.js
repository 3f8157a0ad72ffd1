import { button, h } from './dom.js';
import { eventLabel } from './event-label.js';
import { titleOf } from './events-view.js';
import { jsonElement, messageBytes } from './json-view.js';
import { permalink } from './permalink.js';
import { fact, moment } from './step.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Message} Message
 * @typedef {import('./state.js').Trace} Trace
 */

/**
 * Returns the contents of a message, and the posted JSON.
 * @param {Message} message
 * @param {App} app
 * @returns {readonly import('./trace-view.js').Step[]}
 */
export function messageSteps(message, app) {
  const { words, state } = app;
  const { number, traces, at } = message;
  const held = [...new Set(traces)].flatMap((trace) => state.traces.get(trace) ?? []);
  const head = () =>
    h(
      'div',
      { class: 'trace-head' },
      h('span', {}, h('strong', {}, words.message(number)), moment(at, app)),
      permalink(number, app),
    );
  return [
    { key: `message-${number}-head`, sign: '', make: head },
    { key: `message-${number}-held`, sign: traces, make: () => heldElement(message, held, app) },
    { key: `message-${number}-json`, sign: '', make: () => jsonElement(message, app) },
  ];
}

/** @param {Message} message @param {readonly Trace[]} held @param {App} app */
function heldElement({ message, robot, traces, told = [] }, held, app) {
  const { words } = app;
  const earlier = traces.length === 0 ? told : [];
  return h(
    'div',
    { class: 'held' },
    h('h3', {}, words.messageOf(traces.length || earlier.length)),
    fact(`${words.steps.robot} `, h('code', {}, robot), ` · ${messageBytes(message, words)}`),
    h('ol', { class: 'events events-of' }, ...held.map((trace) => heldTrace(trace, app)), ...earlier.map(toldElement)),
    earlier.length > 0 && fact(words.earlierRun),
  );
}

/** Shows a notification whose event is gone. @param {import('../group/entry.js').KeptNotification} told */
function toldElement({ id, severity, title }) {
  return h('li', {}, h('span', { class: 'event' }, ...eventLabel(severity, title ?? id)));
}

/** @param {Trace} trace @param {App} app */
function heldTrace(trace, app) {
  const { number, journeys } = trace;
  const choose = button(
    { class: 'event', 'data-focus': `of-${number}` },
    () => app.choose({ selected: { trace: number } }),
    ...eventLabel(journeys[0]?.read.severity, titleOf(trace, app)),
  );
  return h('li', {}, choose);
}
