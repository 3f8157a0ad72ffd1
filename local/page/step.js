import { h } from './dom.js';
import { secondsOf } from './times.js';

/**
 * Shows one step: its name, and what there is to say.
 * @param {string} name
 * @param {...import('./dom.js').Child} children
 */
export function step(name, ...children) {
  return h('div', { class: 'step' }, h('h3', {}, name), h('div', { class: 'step-body' }, ...children));
}

/** Shows a secondary line. @param {...import('./dom.js').Child} children */
export function fact(...children) {
  return h('span', { class: 'step-fact' }, ...children);
}

/** @param {number} at milliseconds since 1970 @param {import('./app.js').App} app */
export function moment(at, { state }) {
  return h('time', { datetime: new Date(at).toISOString() }, secondsOf(at, state.timeZone));
}
