import { button, byId, h, patch } from './dom.js';
import { icon } from './icons.js';
import { messageElement, signOf } from './message-view.js';
import { found as searched } from './search.js';
import { timeOf } from './times.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./state.js').Message} Message
 *
 * @typedef {{ kind: 'message', message: Message } | { kind: 'time', key: string, at: number } | { kind: 'settings', key: string, wording: Message['wording'] }} Line
 */

/** Messages further apart than this have a time between them, milliseconds. */
const PAUSE_MS = 5 * 60_000;
/** Distance from the end below which new messages scroll into view, pixels. */
const NEAR_END = 80;

/** True while the newest message is in sight, or would be if a narrow screen showed the group. */
let isAtEnd = true;

export function startGroupView() {
  const chat = byId('chat');
  chat.addEventListener('scroll', () => {
    // Without a height, another pane is shown.
    if (chat.clientHeight > 0) isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_END;
  });
  byId('phone-foot').append(icon('voice'), h('span', { class: 'phone-input' }), icon('smile'), icon('plus'));
  byId('robots').addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const tabs = [...byId('robots').querySelectorAll('button')];
    const next =
      tabs[
        (tabs.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)) + (step ?? 0) + tabs.length) %
          tabs.length
      ];
    if (!step || !next) return;
    next.click();
    next.focus();
  });
  // It scrolls, so the keyboard must be able to reach it.
  chat.tabIndex = 0;
}

/** Shows the groups: tabs, and the chosen one as on a phone. @param {App} app */
export function showGroup(app) {
  showTabs(app);
  showHead(app);
  const chat = byId('chat');
  const { choices, state, words } = app;
  const here = state.messages.filter(({ robot }) => robot === choices.robot);
  const found = searched(here, app);
  const lines = linesOf(found);
  patch(chat, lines, {
    key: (line) => (line.kind === 'message' ? `message-${line.message.number}` : line.key),
    sign: (line) => (line.kind === 'message' ? signOf(line.message, app) : [line, choices.tongue]),
    make: (line) => lineElement(line, app),
  });
  if (isAtEnd) chat.scrollTop = chat.scrollHeight;
  const isSearch = here.length > 0 && choices.search.trim() !== '';
  chat.dataset['empty'] = isSearch ? words.nothingFound : words.emptyChat;
  chat.dataset['hint'] = isSearch ? words.nothingFoundHint(here.length) : words.emptyChatHint;
  chat.dataset['hintNarrow'] = isSearch ? words.nothingFoundHint(here.length) : words.emptyChatHintNarrow;
  showLinked(app);
  byId('phone-time').textContent = timeOf(app.now(), state.timeZone);
}

/** Scrolls to the message that the page's address names, once it is there. @param {App} app */
function showLinked({ choices, choose }) {
  const { linked } = choices;
  if (linked === undefined) return;
  const element = byId('chat').querySelector(`[data-number="${linked}"]`);
  if (!element) return;
  choose({ linked: undefined });
  isAtEnd = false;
  element.scrollIntoView({ block: 'center' });
}

/** @param {readonly Message[]} messages @returns {readonly Line[]} */
function linesOf(messages) {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const { number, at, wording } = message;
    /** @type {Line[]} */
    const lines = [];
    if (!before || at - before.at > PAUSE_MS) lines.push({ kind: 'time', key: `time-${number}`, at });
    if (before && `${before.wording.language}${before.wording.format}` !== `${wording.language}${wording.format}`)
      lines.push({ kind: 'settings', key: `settings-${number}`, wording });
    return [...lines, { kind: 'message', message }];
  });
}

/** @param {Line} line @param {App} app */
function lineElement(line, app) {
  const { words } = app;
  if (line.kind === 'time') return h('p', { class: 'chat-note' }, timeOf(line.at, app.state.timeZone));
  if (line.kind === 'message') return messageElement(line.message, app);
  const { language, format } = line.wording;
  const languages = /** @type {Readonly<Record<string, string>>} */ (words.languages);
  return h('p', { class: 'chat-note' }, words.from(languages[language] ?? language, format));
}

/** @param {App} app */
function showHead({ state, choices, words }) {
  const waiting = state.waiting[choices.robot] ?? 0;
  patch(byId('phone-head'), [choices.robot], {
    key: (robot) => robot,
    sign: () => [words.groupName(choices.robot), waiting],
    make: (robot) =>
      h(
        'div',
        { class: 'phone-head-row' },
        icon('back'),
        h('strong', {}, words.groupName(robot), h('span', { class: 'phone-members' }, words.members(12))),
        icon('people'),
      ),
  });
}

/** @param {App} app */
function showTabs({ state, choices, words, choose }) {
  const matching = searched(state.messages, { state, choices, words });
  const shown = (/** @type {string} */ robot) => matching.filter((message) => message.robot === robot).length;
  patch(byId('robots'), state.robots, {
    key: (robot) => robot,
    sign: (robot) => [robot === choices.robot, shown(robot), state.waiting[robot], words.groupName(robot)],
    make: (robot) => {
      const isChosen = robot === choices.robot;
      return button(
        {
          role: 'tab',
          id: `robot-${robot}`,
          'aria-selected': String(isChosen),
          tabindex: isChosen ? 0 : -1,
          'aria-controls': 'phone',
          'data-focus': robot,
        },
        () => choose({ robot }),
        h('span', {}, words.groupName(robot)),
        h('code', {}, robot),
        h('span', { class: 'count' }, String(shown(robot))),
      );
    },
  });
}
