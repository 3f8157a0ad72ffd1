import { byId, h, patch } from './dom.js';
import { messageSteps } from './message-steps.js';
import { traceSteps } from './trace-steps.js';

/**
 * @typedef {import('./app.js').App} App
 *
 * @typedef {object} Step one part of what happened
 * @property {string} key
 * @property {unknown} sign its contents, as data
 * @property {() => HTMLElement} make
 */

/** Shows the history of the chosen event or message, or of the latest event if none is chosen. @param {App} app */
export function showTrace(app) {
  patch(byId('trace'), stepsOf(app), {
    key: ({ key }) => key,
    sign: ({ sign }) => [sign, app.choices.tongue],
    make: ({ make }) => make(),
  });
}

/** @param {App} app @returns {readonly Step[]} */
function stepsOf(app) {
  const { state, choices, words } = app;
  const { selected } = choices;
  const message =
    selected && 'message' in selected ? state.messages.find(({ number }) => number === selected.message) : undefined;
  if (message) return messageSteps(message, app);
  const trace = selected && 'trace' in selected ? state.traces.get(selected.trace) : [...state.traces.values()].at(-1);
  if (trace) return traceSteps(trace, app);
  return [{ key: 'none', sign: '', make: () => h('p', { class: 'nothing' }, words.noTrace) }];
}
