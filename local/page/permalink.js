import { h } from './dom.js';

/** @typedef {import('./app.js').App} App */

/** Returns the number of the message that the page's address names, if it names one. */
export function linkedMessage() {
  const number = /^\/messages\/(\d{1,15})$/.exec(location.pathname)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Goes to the message that the page's address names, at first and by the browser's back and forward. @param {App} app */
export function startPermalinks(app) {
  goToLinked(app);
  addEventListener('popstate', () => goToLinked(app));
}

/** @param {App} app */
async function goToLinked({ words, say, choose }) {
  const number = linkedMessage();
  if (number === undefined) return;
  const answer = await fetch(`/api/messages/${number}`).catch(() => undefined);
  if (!answer?.ok) {
    choose({ linked: undefined });
    say(words.noMessage(number));
    return;
  }
  const { robot } = /** @type {{ robot: string }} */ (await answer.json());
  choose({ selected: { message: number }, robot, linked: number });
}

/**
 * Returns the link to a message: a press puts it into the address and copies it.
 * @param {number} number
 * @param {App} app
 */
export function permalink(number, app) {
  const { words, say, choose } = app;
  const made = h(
    'a',
    { class: 'permalink', href: `/messages/${number}`, title: words.permalink, 'data-focus': `link-${number}` },
    `#${number}`,
  );
  made.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // A page of its own.
    event.preventDefault();
    history.pushState(undefined, '', `/messages/${number}`);
    choose({ selected: { message: number } });
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
    copied.then(
      () => say(words.linkCopied),
      () => say(words.copyFailed),
    );
  });
  return made;
}
