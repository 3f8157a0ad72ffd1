import { button, byId, h, patch } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./app.js').App} App */

/**
 * @typedef {object} Notice
 * @property {string} key
 * @property {string} text
 * @property {string} action
 * @property {string} path
 * @property {object} body
 */

/** Returns the faults in effect on purpose, with the remedies. @param {App} app @returns {readonly Notice[]} */
function noticesOf({ state, words, now }) {
  const stayingMinutes = Math.floor((now() - state.stayingSince) / 60_000);
  const secondsLeft = Math.ceil((state.outageUntil - now()) / 1000);
  const parked = Object.values(state.parked).reduce((total, count) => total + count, 0);
  return [
    ...(state.stayingSince > 0
      ? [
          {
            key: 'staying',
            text: words.stayingNow(stayingMinutes),
            action: words.endStaying,
            path: '/api/stay',
            body: { on: false },
          },
        ]
      : []),
    ...(secondsLeft > 0
      ? [
          {
            key: 'outage',
            text: words.outageNow(secondsLeft),
            action: words.endOutage,
            path: '/api/outage',
            body: { on: false },
          },
        ]
      : []),
    ...state.wrongKeys.map((robot) => ({
      key: `key-${robot}`,
      text: words.wrongKeyNow(robot),
      action: words.endWrongKey,
      path: '/api/key',
      body: { robot, on: false },
    })),
    ...(parked > 0 && state.wrongKeys.length === 0
      ? [{ key: 'parked', text: words.parkedNow(parked), action: words.replay, path: '/api/replay', body: {} }]
      : []),
  ];
}

/** @param {string} key @returns {Parameters<typeof icon>[0]} */
function iconOf(key) {
  return (
    {
      staying: /** @type {const} */ ('clock'),
      outage: /** @type {const} */ ('outage'),
      parked: /** @type {const} */ ('replay'),
    }[key] ?? 'key'
  );
}

/** @param {App} app */
export function showNotices(app) {
  patch(byId('notices'), noticesOf(app), {
    key: ({ key }) => key,
    sign: (notice) => notice,
    make: ({ key, text, action, path, body }) =>
      h(
        'div',
        { class: `notice notice-${key.replace(/-.*/, '')}` },
        icon(iconOf(key)),
        h('span', {}, text),
        button({ 'data-focus': key }, () => app.act(path, body), action),
      ),
  });
}
