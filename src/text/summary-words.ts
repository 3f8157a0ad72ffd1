import { summary as en } from './en/summary.js';
import type { Language } from './words.js';
import { summary as zhCN } from './zh-CN/summary.js';

/** The shape of a summary's words: a language that lacks one of them does not compile. */
export type SummaryWords = typeof zhCN;

/** Apart from the other words: no message needs them, so that they are loaded with what tells the summary. */
const CATALOGUES: Readonly<Record<Language, SummaryWords>> = { 'zh-CN': zhCN, en };

/** Returns the words of a summary in a language. */
export function summaryWordsOf(language: Language): SummaryWords {
  return CATALOGUES[language];
}
