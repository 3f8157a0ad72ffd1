import { button, byId, h, patch } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./app.js').App} App */

/**
 * A fault in effect on purpose, or what it left behind, with its remedy.
 * @typedef {object} Notice
 * @property {string} key
 * @property {Parameters<typeof icon>[0]} icon
 * @property {string} text
 * @property {string} action
 * @property {string} path
 * @property {object} body
 */

/** Notices by their kind, in the order in which they are shown. @type {readonly ((app: App) => readonly Notice[])[]} */
const NOTICES = [
  ({ state, words, now }) => {
    const minutes = Math.floor((now() - state.stayingSince) / 60_000);
    const notice = {
      text: words.stayingNow(minutes),
      action: words.endStaying,
      path: '/api/stay',
      body: { on: false },
    };
    return state.stayingSince > 0 ? [{ key: 'staying', icon: 'clock', ...notice }] : [];
  },
  ({ state, words }) => {
    const notice = { action: words.endFlapping, path: '/api/flap', body: { on: false } };
    const text = words.flappingNow(state.flapsLeft);
    return state.flapsLeft > 0 ? [{ key: 'flapping', icon: 'replay', text, ...notice }] : [];
  },
  ({ state, words, now }) => {
    const secondsLeft = Math.ceil((state.outageUntil - now()) / 1000);
    const notice = { action: words.endOutage, path: '/api/outage', body: { on: false } };
    return secondsLeft > 0 ? [{ key: 'outage', icon: 'outage', text: words.outageNow(secondsLeft), ...notice }] : [];
  },
  ({ state, words }) =>
    state.wrongKeys.map((robot) => {
      const notice = { text: words.wrongKeyNow(robot), action: words.endWrongKey };
      return { key: `key-${robot}`, icon: 'key', ...notice, path: '/api/key', body: { robot, on: false } };
    }),
  ({ state, words }) => {
    const parked = Object.values(state.parked).reduce((total, count) => total + count, 0);
    const notice = { text: words.parkedNow(parked), action: words.replay, path: '/api/replay', body: {} };
    return parked > 0 && state.wrongKeys.length === 0 ? [{ key: 'parked', icon: 'replay', ...notice }] : [];
  },
];

/** The notices that screen readers have read out. @type {readonly string[]} */
let told = [];

/** @param {App} app */
export function showNotices(app) {
  const notices = NOTICES.flatMap((noticesOf) => noticesOf(app));
  patch(byId('notices'), notices, {
    key: ({ key }) => key,
    // Without the text, which changes each second: a press on a button that was made anew meanwhile would be lost.
    sign: ({ action, path, body }) => ({ action, path, body }),
    make: ({ key, icon: name, text, action, path, body }) =>
      h(
        'div',
        { class: `notice notice-${key.replace(/-.*/, '')}` },
        icon(name),
        h('span', { class: 'notice-text' }, text),
        button({ 'data-focus': key }, () => app.act(path, body), action),
      ),
  });
  for (const [index, place] of byId('notices').querySelectorAll('.notice-text').entries()) {
    const text = notices[index]?.text ?? '';
    if (place.textContent !== text) place.textContent = text;
  }
  announce(notices);
}

/** Has a notice read out once, and not again each time that its seconds pass. @param {readonly Notice[]} notices */
function announce(notices) {
  const fresh = notices.filter(({ key }) => !told.includes(key));
  if (fresh.length > 0) byId('announced').textContent = fresh.map(({ text }) => text).join(' ');
  told = notices.map(({ key }) => key);
}
