import { button, h } from './dom.js';
import { titleOf } from './events-view.js';
import { icon } from './icons.js';
import { journeySteps } from './journey-steps.js';
import { jsonElement } from './json-view.js';
import { notReadElement } from './not-read.js';
import { stateOf } from './standing.js';
import { moment, step } from './step.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Trace} Trace
 * @typedef {import('./trace-view.js').Step} Step
 */

/**
 * Returns an event's steps, from its arrival to the posted JSON.
 * @param {Trace} trace
 * @param {App} app
 * @returns {readonly Step[]}
 */
export function traceSteps(trace, app) {
  const { words, state } = app;
  const { number, at, via, label, journeys, skipped, error, answer } = trace;
  const keyed = (/** @type {string} */ name, /** @type {unknown} */ sign, /** @type {() => HTMLElement} */ make) => ({
    key: `trace-${number}-${name}`,
    ...{ sign, make },
  });
  const shown = state.messages.filter(({ traces }) => traces.includes(number));
  const isRefused = answer && ['failed', 'stray'].includes(stateOf(trace));
  return [
    keyed('head', titleOf(trace, app), () => headElement(trace, app)),
    keyed('received', '', () =>
      step(words.steps.received, `${words.via[via]} `, label !== '' && h('code', {}, label), moment(at, app)),
    ),
    ...skipped.map(({ renderer, why }, index) =>
      keyed(`skipped-${index}`, '', () => step(words.steps.skipped, h('code', {}, renderer), ` ${why}`)),
    ),
    ...(error === undefined ? [] : [keyed('error', '', () => notReadElement(trace, app))]),
    ...journeys.flatMap((journey, index) => journeySteps(journey, `trace-${number}-${index}`, app)),
    ...(isRefused
      ? [keyed('answer', '', () => step(words.steps.answer, h('code', { class: 'answer' }, answer.text)))]
      : []),
    ...shown.map((message) => keyed(`json-${message.number}`, '', () => jsonElement(message, app))),
  ];
}

/** @param {Trace} trace @param {App} app */
function headElement(trace, app) {
  const again = async () => {
    if (await app.act('/api/again', { trace: trace.number })) app.choose({ selected: undefined });
  };
  return h(
    'div',
    { class: 'trace-head' },
    h('strong', {}, `#${trace.number} ${titleOf(trace, app)}`),
    button({ class: 'quiet', 'data-focus': 'again' }, again, icon('replay'), app.words.again),
  );
}
