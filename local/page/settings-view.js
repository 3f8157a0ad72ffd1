import { byId } from './dom.js';

/** @typedef {import('./app.js').App} App */

/** @param {string} id @returns {HTMLInputElement} */
const box = (id) => /** @type {HTMLInputElement} */ (byId(id));

/** The settings that the switches show. @type {App['state']['settings'] | undefined} */
let shown;

/** @param {App} app */
export function startSettings(app) {
  const ask = async (/** @type {object} */ settings) => {
    if (!(await app.act('/api/settings', settings))) shown = undefined;
  };
  const form = byId('settings');
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'radio') ask({ [target.name]: target.value });
  });
  box('as-wechat').addEventListener('change', () => app.choose({ asWechat: box('as-wechat').checked }));
  box('fast').addEventListener('change', () => ask({ speed: box('fast').checked ? 10 : 1 }));
  box('graph').addEventListener('change', () => ask({ graph: box('graph').checked }));
  byId('clear').addEventListener('click', () => app.act('/api/restart'));
}

/** Shows the server's settings as chosen. Until it answers, a person's latest choice stays. @param {App} app */
export function showSettings({ state: { settings } }) {
  if (shown === settings) return;
  shown = settings;
  for (const input of document.querySelectorAll('#settings input[type="radio"]'))
    if (input instanceof HTMLInputElement)
      input.checked = input.value === (input.name === 'language' ? settings.language : settings.format);
  box('fast').checked = settings.speed === 10;
  box('graph').checked = settings.graph === true;
}
