import { h } from './dom.js';

/**
 * Returns the signs by which an event is known in a list: the dot of its severity, and its title, which the pointer shows whole.
 * @param {string | undefined} severity
 * @param {string} title
 */
export function eventLabel(severity, title) {
  return [h('span', { class: `dot dot-${severity ?? 'none'}` }), h('span', { class: 'event-title', title }, title)];
}
