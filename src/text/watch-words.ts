import { watch as en } from './en/watch.js';
import type { Language, Words } from './words.js';
import { watch as zhCN } from './zh-CN/watch.js';

/** Apart from the other words: no message needs them, so that they are loaded with what tells at a tick. */
const CATALOGUES: Readonly<Record<Language, typeof zhCN>> = { 'zh-CN': zhCN, en };

/** The words of what is told at a tick: those of every message, and its own. */
export type TickWords = Words & { readonly watch: typeof zhCN };

/** Returns the words of a message with those of what is told at a tick. */
export function tickWordsOf(words: Words, language: Language): TickWords {
  return { ...words, watch: CATALOGUES[language] };
}
