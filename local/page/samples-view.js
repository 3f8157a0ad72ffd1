import { button, byId, h, patch } from './dom.js';
import { icon } from './icons.js';
import { editEvent } from './send-view.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../group-server/samples.js').ListedFolder} ListedFolder
 * @typedef {import('../group-server/samples.js').ListedSample} ListedSample
 */

/** Folders that are open at first. */
const OPEN_AT_FIRST = ['scenarios', 'cloudwatch-sns'];

/** @type {readonly ListedFolder[]} */
let folders = [];
/** @type {'loading' | 'ready' | 'failed'} */
let loading = 'loading';
/** @type {Map<string, boolean>} */
const opened = new Map(OPEN_AT_FIRST.map((name) => [name, true]));

/** Loads the samples from the server, with their titles in the current language. @param {App} app */
export async function loadSamples(app) {
  loading = 'loading';
  app.choose({});
  const answer = await fetch('/api/samples').catch(() => undefined); // Not reached: retried with the next connection.
  const listed = /** @type {readonly ListedFolder[] | undefined} */ (
    answer?.ok ? await answer.json().catch(() => undefined) : undefined
  );
  loading = listed ? 'ready' : 'failed';
  if (listed) folders = [...listed].sort((a, b) => rank(a) - rank(b));
  app.choose({});
}

/** Returns the rank of a folder: those that people try first come first. @param {ListedFolder} folder */
function rank({ name }) {
  const place = OPEN_AT_FIRST.indexOf(name);
  return place < 0 ? OPEN_AT_FIRST.length : place;
}

/** @param {string} filter @returns {readonly ListedFolder[]} */
function matching(filter) {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (/** @type {ListedSample} */ { file, title, status }) =>
    words.every((word) => `${file} ${title} ${status}`.toLowerCase().includes(word));
  return folders
    .map(({ name, samples }) => ({ name, samples: samples.filter(matches) }))
    .filter(({ samples }) => samples.length > 0);
}

/** @param {App} app */
export function showSamples(app) {
  const { choices } = app;
  const shown = matching(choices.filter);
  const isFiltered = choices.filter.trim() !== '';
  const isMissing = folders.length === 0 || shown.length === 0;
  patch(byId('samples'), isMissing ? [{ name: '', samples: [] }] : shown, {
    key: ({ name }) => name,
    sign: (folder) => [folder, isFiltered, choices.tongue, isMissing && [loading, folders.length]],
    make: (folder) => (folder.name === '' ? missing(app) : folderElement(folder, isFiltered, app)),
  });
  byId('samples').setAttribute('aria-busy', String(loading === 'loading'));
}

/** Says why there are no samples: none match, they are loading, or they could not be loaded. @param {App} app */
function missing(app) {
  const { words } = app;
  if (folders.length > 0) return h('p', { class: 'nothing' }, words.noSamples);
  if (loading === 'loading')
    return h('p', { class: 'nothing loading' }, h('i', { class: 'spinner' }), words.loadingSamples);
  const again = button({ class: 'quiet', 'data-focus': 'samples-again' }, () => loadSamples(app), words.tryAgain);
  return h('p', { class: 'nothing' }, words.samplesFailed, ' ', again);
}

/** @param {ListedFolder} folder @param {boolean} isFiltered @param {App} app */
function folderElement({ name, samples }, isFiltered, app) {
  const count = h('span', { class: 'count' }, app.words.samplesCount(samples.length));
  const rows = samples.map((sample) => sampleElement(sample, app));
  const made = h(
    'details',
    { open: isFiltered || opened.get(name) === true },
    h('summary', {}, h('span', { class: 'folder' }, name), count),
    h('ul', {}, ...rows),
  );
  made.addEventListener('toggle', () => {
    if (!isFiltered) opened.set(name, /** @type {HTMLDetailsElement} */ (made).open);
  });
  return made;
}

/** @param {ListedSample} sample @param {App} app */
function sampleElement({ file, title, status, severity }, app) {
  const { words, choose, act } = app;
  const name = file.replace(/^.*\/|\.json$/g, '');
  const isFresh = () => /** @type {HTMLInputElement} */ (byId('fresh')).checked;
  const send = button(
    { class: 'sample', 'aria-label': words.sendSample(`${title} (${name})`), 'data-file': file },
    async () => {
      if (await act('/api/send', { file, fresh: isFresh() })) choose({ pane: 'group' });
    },
    h('span', { class: `dot dot-${severity ?? 'none'}` }),
    h('span', { class: 'sample-title', title }, title),
    h('span', { class: 'sample-name' }, [status, name].filter(Boolean).join(' · ')),
  );
  const edit = button(
    { class: 'icon-button sample-edit', 'aria-label': words.editSample(title), title: words.edit },
    async () => {
      const answer = await fetch(`/api/sample?file=${encodeURIComponent(file)}`).catch(() => undefined);
      if (answer?.ok) editEvent(JSON.stringify(await answer.json(), null, 2));
    },
    icon('edit'),
  );
  return h('li', {}, send, edit);
}
