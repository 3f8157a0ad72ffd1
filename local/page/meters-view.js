import { byId, h, patch } from './dom.js';
import { callsThisMinute } from './standing.js';

/** Messages that WeCom accepts from one robot in a minute. */
const LIMIT = 20;

/** Shows how much of each robot's minute is used. @param {import('./app.js').App} app */
export function showMeters({ state, words, now }) {
  patch(byId('meters'), state.robots, {
    key: (robot) => robot,
    sign: (robot) => [callsThisMinute(state, robot, now()), state.waiting[robot], words.pacing],
    make: (robot) => meter(robot, callsThisMinute(state, robot, now()), state.waiting[robot] ?? 0, words),
  });
}

/**
 * @param {string} robot
 * @param {number} calls
 * @param {number} waiting
 * @param {typeof import('./words.js').WORDS.zh} words
 */
function meter(robot, calls, waiting, words) {
  const cells = Array.from({ length: LIMIT }, (_, index) => h('i', { class: index < calls ? 'is-used' : undefined }));
  const bar = {
    role: 'meter',
    'aria-valuemin': 0,
    'aria-valuemax': LIMIT,
    'aria-valuenow': calls,
    'aria-label': robot,
  };
  const text = [words.pace(calls), ...(waiting > 0 ? [words.waitingHere(waiting)] : [])].join(' · ');
  return h(
    'div',
    { class: 'meter', 'data-robot': robot },
    h('span', { class: 'meter-name' }, robot),
    h('span', { class: 'meter-text' }, text),
    h('div', { class: 'meter-bar', ...bar, 'aria-valuetext': text }, ...cells),
  );
}
