import type { Language } from '../../src/text/words.js';

/** A sentence in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** An error that a user can meet: its words, with `…` for what differs from case to case, why it comes, and what to do. */
export interface ErrorRow {
  /** In the language of each user: only the library and the commands of the npm package speak more than English. */
  readonly message: Texts;
  readonly cause: Texts;
  readonly remedy: Texts;
}

type Pair = readonly [zh: string, en: string];

/** Makes a row from its texts, each in Chinese and English. A message that is one text is said in English alone. */
export function row(message: string | Pair, cause: Pair, remedy: Pair): ErrorRow {
  return {
    message: textsOf(typeof message === 'string' ? [message, message] : message),
    cause: textsOf(cause),
    remedy: textsOf(remedy),
  };
}

function textsOf([zh, en]: Pair): Texts {
  return { 'zh-CN': zh, en };
}
