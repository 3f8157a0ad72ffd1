import { byId } from './dom.js';

/** @typedef {import('./app.js').App} App */

/** @param {string} id @returns {HTMLInputElement} */
const box = (id) => /** @type {HTMLInputElement} */ (byId(id));

/** @param {App} app */
export function startSettings(app) {
  const form = byId('settings');
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'radio') app.act('/api/settings', { [target.name]: target.value });
  });
  box('as-wechat').addEventListener('change', () => app.choose({ asWechat: box('as-wechat').checked }));
  box('fast').addEventListener('change', () => app.act('/api/settings', { speed: box('fast').checked ? 10 : 1 }));
  byId('clear').addEventListener('click', () => app.act('/api/restart'));
}

/** What the server has is what is chosen. @param {App} app */
export function showSettings({ state: { settings }, choices }) {
  for (const input of document.querySelectorAll('#settings input[type="radio"]'))
    if (input instanceof HTMLInputElement)
      input.checked = input.value === (input.name === 'language' ? settings.language : settings.format);
  box('fast').checked = settings.speed === 10;
  box('as-wechat').checked = choices.asWechat;
}
