import type { Language } from '../../text/words.js';
import { type Html, html, pageOf } from './html.js';
import { PAGE_WORDS, type PageWords } from './words.js';

/** Most people who have a button of their own. */
const MAX_PEOPLE = 6;
/** The time that is chosen unless another is: a tap at night must not keep an alarm quiet for ever. */
const DEFAULT_DURATION = '4h';

/** The alarm and the people on a page. All of it may come from outside. */
export interface TakingPage {
  readonly language: Language;
  readonly title: string;
  readonly where: string;
  /** How long it has been in ALARM. */
  readonly lasting: string;
  /** The person who has it, since when and until when. */
  readonly holder?: { readonly who: string; readonly since: string; readonly until: string };
  /** Names with a button of their own, first the one whom this browser took an alarm for before. */
  readonly people: readonly string[];
  /** True if the form was sent without a name. */
  readonly lacksName?: boolean;
}

/** Returns the page on which a person takes an alarm: one tap on a name, or a name to be written. Nothing in it needs a script. */
export function takingPage(page: TakingPage): string {
  const words = PAGE_WORDS[page.language];
  return pageOf(page.title, page.language, html`${alarmSection(page, words)}<section>${form(page, words)}</section>`);
}

/** Returns the page after an alarm was taken. */
export function takenPage(page: TakingPage, who: string, until: string, isTold: boolean): string {
  const words = PAGE_WORDS[page.language];
  const note = isTold ? words.told : words.notTold;
  const done = html`<section><p class="holder">${words.taken(who, until)}</p><p class="where">${note}</p></section>`;
  return pageOf(
    words.taken(who, until),
    page.language,
    html`${alarmSection({ ...page, holder: undefined }, words)}${done}`,
  );
}

/** Returns a page with nothing to do: a heading and a sentence. */
export function endPage(language: Language, [heading, sentence]: readonly string[], name = ''): string {
  const about = name === '' ? html`` : html`<p class="where">${name}</p>`;
  const content = html`<section><h1>${heading ?? ''}</h1>${about}<p class="where">${sentence ?? ''}</p></section>`;
  return pageOf(heading ?? '', language, content);
}

function alarmSection(
  {
    title,
    where,
    lasting,
    holder,
  }: Omit<TakingPage, 'holder'> & { readonly holder?: TakingPage['holder'] | undefined },
  words: PageWords,
): Html {
  const who = holder ? html`<p class="holder">${words.holder(holder.who, holder.since, holder.until)}</p>` : html``;
  return html`<section><p class="state">🔴 ${words.inAlarm(lasting)}</p><h1>${title}</h1><p class="where">${where}</p>${who}</section>`;
}

function form({ people, holder, lacksName = false }: TakingPage, words: PageWords): Html {
  const [heading, action] = holder ? [words.whoseNext, words.takeOver] : [words.whose, words.takeIt];
  const buttons = people.slice(0, MAX_PEOPLE).map((name) => html`<button name="who" value="${name}">${name}</button>`);
  const fault = lacksName ? html`<p class="fault" role="alert">${words.nameMissing}</p>` : html``;
  // The first button is the one that the Enter key presses: it brings the name that was written, and not the first of the people.
  return html`<form method="post">${fault}<button class="enter" tabindex="-1" aria-hidden="true">${action}</button>
${durations(words)}
${buttons.length === 0 ? html`` : html`<h2>${heading}</h2><div class="people">${buttons}</div>`}
<div class="other"><label class="name">${buttons.length === 0 ? words.yourName : words.otherName}<input name="name" maxlength="40" autocomplete="off" enterkeyhint="done"></label><button>${action}</button></div>
<p class="effect">${words.effect}</p></form>`;
}

function durations({ durations: choices, howLong }: PageWords): Html {
  const options = Object.entries(choices).map(([value, text]) => {
    const checked = { html: value === DEFAULT_DURATION ? ' checked' : '' };
    return html`<label><input type="radio" name="for" value="${value}"${checked}><span>${text}</span></label>`;
  });
  return html`<fieldset><legend>${howLong}</legend>${options}</fieldset>`;
}
