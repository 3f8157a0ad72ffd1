import { button, byId, h, patch } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./app.js').App} App */

/** @param {Readonly<Record<string, number>>} counts */
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/**
 * The words of the page's fixed parts: an element's text, its hint, its name for screen readers, its placeholder.
 * @type {readonly (readonly [string, (element: Element, word: string) => void])[]}
 */
const PLACES = [
  ['data-word', (element, word) => element.replaceChildren(word)],
  ['data-title', (element, word) => element.setAttribute('title', word)],
  ['data-label', (element, word) => element.setAttribute('aria-label', word)],
  ['data-placeholder', (element, word) => element.setAttribute('placeholder', word)],
];

/** @param {unknown} words @param {string} path */
function wordAt(words, path) {
  const word = path.split('.').reduce((/** @type {any} */ here, name) => here?.[name], words);
  return typeof word === 'string' ? word : path;
}

/** @param {App} app */
function speak({ words, choices }) {
  document.documentElement.lang = choices.tongue === 'zh' ? 'zh-CN' : 'en';
  document.title = `wecomrobot · ${words.localGroup}`;
  for (const [attribute, put] of PLACES)
    for (const element of document.querySelectorAll(`[${attribute}]`))
      put(element, wordAt(words, element.getAttribute(attribute) ?? ''));
}

/** @param {App} app */
export function startTop(app) {
  byId('other-language').addEventListener('click', () => {
    const tongue = app.choices.tongue === 'zh' ? 'en' : 'zh';
    localStorage.setItem('tongue', tongue);
    app.choose({ tongue });
  });
}

/** @type {string | undefined} */
let spoken;

/** Shows names, figures, the connection, and the pane of a narrow screen. @param {App} app */
export function showTop(app) {
  const { state, words, choices, connected } = app;
  if (spoken !== choices.tongue) speak(app);
  spoken = choices.tongue;
  const figures = {
    received: state.traces.size,
    waiting: sum(state.waiting),
    shown: state.messages.length,
    parked: sum(state.parked),
  };
  for (const [name, figure] of Object.entries(figures)) {
    const place = byId(`figure-${name}`);
    if (place.textContent !== String(figure)) place.textContent = String(figure);
    place.parentElement?.classList.toggle('is-zero', figure === 0);
  }
  const connection = connected ? words.connected : words.reconnecting;
  if (byId('connection').textContent !== connection) byId('connection').textContent = connection;
  byId('connection').classList.toggle('is-lost', !connected);
  document.body.dataset['pane'] = choices.pane;
  showBottom(app);
}

const PANES = /** @type {const} */ ([
  ['send', 'list', 'paneSend'],
  ['group', 'chat', 'paneGroup'],
  ['trace', 'route', 'paneTrace'],
]);

/** @param {App} app */
function showBottom({ choices, words, choose }) {
  patch(byId('bottom'), PANES, {
    key: ([pane]) => pane,
    sign: ([pane, , word]) => [choices.pane === pane, words[word]],
    make: ([pane, name, word]) =>
      button(
        { 'aria-current': choices.pane === pane ? 'true' : undefined, 'data-focus': pane },
        () => choose({ pane }),
        icon(name),
        h('span', {}, words[word]),
      ),
  });
}
