import { byId } from './dom.js';
import { showEvents } from './events-view.js';
import { listenToFeed } from './feed.js';
import { showGroup, startGroupView } from './group-view.js';
import { showMeters } from './meters-view.js';
import { showNotices } from './notices-view.js';
import { linkedMessage, startPermalinks } from './permalink.js';
import { problemOf } from './problem.js';
import { loadSamples, showSamples } from './samples-view.js';
import { startSearch } from './search.js';
import { showDrills, startSending } from './send-view.js';
import { showSettings, startSettings } from './settings-view.js';
import { after, NOTHING } from './state.js';
import { showTop, startTop } from './top-view.js';
import { showTrace } from './trace-view.js';
import { WORDS } from './words.js';

/**
 * The choices of a person on the page, which do not concern the server.
 * @typedef {object} Choices
 * @property {'zh' | 'en'} tongue the page's own language
 * @property {'send' | 'group' | 'trace'} pane the pane that a narrow screen shows
 * @property {string} robot the robot whose group is shown
 * @property {boolean} asWechat
 * @property {{ trace: number } | { message: number } | undefined} selected
 * @property {string} filter of the samples
 * @property {string} search of the messages
 * @property {number | undefined} linked the message that the page's address names, until it is shown
 *
 * The data and the functions given to the views.
 * @typedef {object} App
 * @property {import('./state.js').State} state
 * @property {Choices} choices
 * @property {typeof WORDS.zh} words
 * @property {() => number} now the group's time, milliseconds since 1970
 * @property {boolean} connected
 * @property {(change: Partial<Choices>) => void} choose
 * @property {(path: string, body?: object) => Promise<boolean>} act presses a button of the server; false if it failed
 * @property {(text: string) => void} say shows a short text that disappears again
 */

/** The interval at which anything that changes with time is shown again, milliseconds. */
const TICK_MS = 500;
const TOAST_MS = 4000;

const tongue = (localStorage.getItem('tongue') ?? navigator.language).startsWith('en') ? 'en' : 'zh';
/** @type {Choices} */
let choices = {
  ...{ tongue, pane: 'group', robot: 'default', asWechat: false, selected: undefined, filter: '', search: '' },
  linked: linkedMessage(),
};
let state = NOTHING;
let connected = false;
let clock = { now: Date.now(), speed: 1, readAt: Date.now() };
let isDue = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let toast;

/** @type {App} */
const app = {
  get state() {
    return state;
  },
  get choices() {
    return choices;
  },
  get words() {
    return WORDS[choices.tongue];
  },
  get connected() {
    return connected;
  },
  now: () => clock.now + (Date.now() - clock.readAt) * clock.speed,
  choose: (change) => {
    choices = { ...choices, ...change };
    showSoon();
  },
  act: async (path, body = {}) => {
    const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) }).catch(() => undefined);
    if (answer?.ok) return true;
    const refused = await answer?.json().catch(() => undefined);
    app.say(app.words.notSent(answer ? problemOf(refused, app.words) : app.words.reconnecting));
    return false;
  },
  say: (text) => {
    byId('toast').textContent = text;
    clearTimeout(toast);
    toast = setTimeout(() => byId('toast').replaceChildren(), TOAST_MS);
  },
};

const VIEWS = [
  ...[showTop, showSettings, showDrills, showSamples, showNotices],
  ...[showGroup, showMeters, showEvents, showTrace],
];

function show() {
  isDue = false;
  for (const view of VIEWS) view(app);
}

/** Shows the page once, even for many entries that arrive together. */
function showSoon() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(show);
}

for (const start of [startTop, startSettings, startSending, startGroupView, startSearch, startPermalinks]) start(app);
listenToFeed({
  onEntry: (entry) => {
    const { language } = state.settings;
    state = after(state, entry);
    // A message that the page's address names is still to be shown.
    if (entry.kind === 'group' && choices.linked === undefined)
      choices = { ...choices, selected: undefined, robot: entry.robots[0] ?? 'default' };
    if (entry.kind === 'group' || language !== state.settings.language) loadSamples(app);
    showSoon();
  },
  onClock: ({ now, speed }) => {
    clock = { now, speed, readAt: Date.now() };
  },
  onConnection: (isOpen) => {
    connected = isOpen;
    showSoon();
  },
});
setInterval(showSoon, TICK_MS);
