import { button, byId, h, patch } from './dom.js';
import { eventLabel } from './event-label.js';
import { stateOf } from './standing.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Trace} Trace
 */

/** Number of events listed: those of two storms. */
const MAX_LISTED = 200;

/** Shows the latest events, newest first. @param {App} app */
export function showEvents(app) {
  const { state, choices, words } = app;
  const selected = choices.selected && 'trace' in choices.selected ? choices.selected.trace : undefined;
  const latest = [...state.traces.values()].slice(-MAX_LISTED).reverse();
  patch(byId('events'), latest, {
    key: ({ number }) => number,
    sign: (trace) => [stateOf(trace), titleOf(trace, app), trace.number === selected, choices.tongue],
    make: (trace) => eventElement(trace, trace.number === selected, app),
  });
  byId('events').dataset['empty'] = words.noEvents;
}

/**
 * Returns an event's title: the one read from it, else the one it was sent with.
 * @param {Trace} trace
 * @param {App} app
 */
export function titleOf({ journeys, label, via }, { words }) {
  const [first] = journeys;
  return first?.read.title || label || words.via[via];
}

/** @param {Trace} trace @param {boolean} isSelected @param {App} app */
function eventElement(trace, isSelected, app) {
  const { words, choose } = app;
  const state = stateOf(trace);
  const chosen = button(
    { class: 'event', 'aria-pressed': String(isSelected), 'data-focus': `event-${trace.number}` },
    () => choose({ selected: { trace: trace.number } }),
    ...eventLabel(trace.journeys[0]?.read.severity, titleOf(trace, app)),
    h('span', { class: `state state-${state}` }, words.states[state]),
  );
  return h('li', {}, chosen);
}
