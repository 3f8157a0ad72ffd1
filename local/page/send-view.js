import { button, byId, h, patch } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./app.js').App} App */

const area = () => /** @type {HTMLTextAreaElement} */ (byId('paste'));

/** Puts an event into the box for editing. @param {string} text */
export function editEvent(text) {
  area().value = text;
  area().focus();
  area().setSelectionRange(0, 0);
  area().scrollTop = 0;
  byId('paste-problem').replaceChildren();
}

/**
 * Returns the problem with a text, or an empty one. Only a text that begins like JSON has to be JSON.
 * @param {string} text
 * @param {App} app
 */
function problemWith(text, { words }) {
  if (text.trim() === '') return words.problems.empty();
  if (!/^\s*[{["]/.test(text)) return '';
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return words.problems.notJson({ why: error instanceof Error ? error.message : String(error), text }); // Shown to the person who pasted it.
  }
}

/** @param {App} app */
async function sendPasted(app) {
  const text = area().value;
  const problem = problemWith(text, app);
  byId('paste-problem').textContent = problem;
  if (problem !== '') {
    area().focus();
    // On a phone the problem and the button are below the box.
    byId('paste-form').scrollIntoView({ block: 'nearest' });
    return;
  }
  const fresh = /** @type {HTMLInputElement} */ (byId('fresh')).checked;
  if (await app.act('/api/send', { text, fresh })) app.choose({ pane: 'group' });
}

/** Starts the box for any event: typed, from a file, or from a dropped file. @param {App} app */
export function startSending(app) {
  byId('paste-form').addEventListener('submit', (event) => {
    event.preventDefault();
    sendPasted(app);
  });
  area().addEventListener('input', () => byId('paste-problem').replaceChildren());
  area().addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendPasted(app);
  });
  const input = /** @type {HTMLInputElement} */ (byId('paste-file'));
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) editEvent(await file.text());
    input.value = '';
  });
  startDropping();
  byId('filter').addEventListener('input', () =>
    app.choose({ filter: /** @type {HTMLInputElement} */ (byId('filter')).value }),
  );
}

/** Accepts a file dropped anywhere: otherwise the browser would open it, and the page would be gone. */
function startDropping() {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('is-dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('is-dropping');
  });
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    document.body.classList.remove('is-dropping');
    const file = event.dataTransfer?.files[0];
    if (file) editEvent(await file.text());
  });
}

const DRILLS = /** @type {const} */ (['staying', 'flapping', 'summary', 'storm', 'outage', 'wrongKey']);
const DRILL_ICONS = /** @type {const} */ ({
  staying: 'clock',
  flapping: 'replay',
  summary: 'list',
  storm: 'storm',
  outage: 'outage',
  wrongKey: 'key',
});

/** The drills that a second press ends. */
const SWITCHES = /** @type {readonly string[]} */ (['staying', 'flapping', 'outage', 'wrongKey']);

/** Returns the size and the mix of a storm, as chosen. The server checks them. */
function chosenStorm() {
  const count = /** @type {HTMLInputElement} */ (byId('storm-count')).valueAsNumber;
  return { count, mix: /** @type {HTMLSelectElement} */ (byId('storm-mix')).value };
}

/** Shows the faults that a button causes. @param {App} app */
export function showDrills(app) {
  const { state, choices, words, now } = app;
  const isOn = {
    ...{ storm: false, summary: false, staying: state.stayingSince > 0, flapping: state.flapsLeft > 0 },
    ...{ outage: state.outageUntil > now(), wrongKey: state.wrongKeys.includes(choices.robot) },
  };
  patch(byId('drills'), DRILLS, {
    key: (drill) => drill,
    sign: (drill) => [isOn[drill], choices],
    make: (drill) =>
      button(
        {
          class: 'drill',
          'data-focus': drill,
          'data-drill': drill,
          'aria-pressed': SWITCHES.includes(drill) ? String(isOn[drill]) : undefined,
        },
        () => begin(drill, !isOn[drill], app),
        icon(DRILL_ICONS[drill]),
        h('span', { class: 'drill-name' }, words[drill]),
        h('span', { class: 'drill-hint' }, words[`${drill}Hint`]),
      ),
  });
}

/** @param {typeof DRILLS[number]} drill @param {boolean} on @param {App} app */
async function begin(drill, on, { act, choose, choices }) {
  const asks = {
    staying: () => act('/api/stay', { on }),
    flapping: () => act('/api/flap', { on }),
    summary: () => act('/api/summary'),
    storm: () => act('/api/storm', chosenStorm()),
    outage: () => act('/api/outage', { on }),
    wrongKey: () => act('/api/key', { robot: choices.robot, on }),
  };
  if (await asks[drill]()) choose({ pane: 'group' });
}
