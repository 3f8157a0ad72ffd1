import { WINDOW_MS } from './state.js';

/**
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').Trace} Trace
 * @typedef {import('./state.js').Journey} Journey
 */

/**
 * Returns the number of posts of a robot in the minute that ends now.
 * @param {State} state
 * @param {string} robot
 * @param {number} now
 */
export function callsThisMinute(state, robot, now) {
  return (state.calls[robot] ?? []).filter((at) => at > now - WINDOW_MS && at <= now).length;
}

/**
 * Returns the state of an event: the remaining work decides, then any failure.
 * @param {Trace} trace
 * @returns {keyof typeof import('./words.js').WORDS.zh.states}
 */
export function stateOf({ journeys, skipped, error, answer }) {
  const states = journeys.map(stateOfJourney);
  for (const state of /** @type {const} */ (['retrying', 'waiting', 'refused', 'delivered', 'duplicate']))
    if (states.includes(state)) return answer?.ok === false ? 'failed' : state;
  if (isStray(answer?.text)) return 'stray';
  if (error !== undefined || answer?.ok === false || isRefusal(answer?.text)) return 'failed';
  return skipped.length > 0 ? 'skipped' : 'received';
}

/** Returns true if the door knows no such path or method: nobody's message. @param {string | undefined} answer */
function isStray(answer = '') {
  return /^\{"statusCode":40[45]\D/.test(answer);
}

/** @param {string | undefined} answer */
function isRefusal(answer = '') {
  return /^\{"statusCode":[45]/.test(answer);
}

/** @param {Journey} journey */
export function stateOfJourney({ read, outcomes }) {
  const status = outcomes.at(-1)?.status;
  if (status === undefined) return read.duplicateOf === undefined ? 'waiting' : 'duplicate';
  if (status === 'delivered') return 'delivered';
  return status === 'refused' || status === 'invalid' ? 'refused' : 'retrying';
}
