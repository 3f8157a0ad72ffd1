import { en } from './en/en.js';
import { zhCN } from './zh-CN/zh-CN.js';

/** The catalogue's shape: every language holds every string (a test compares them). */
export type Words = typeof zhCN;

export const LANGUAGES = ['zh-CN', 'en'] as const;

/** A language that messages can be written in. */
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };

/** The catalogue of a language. */
export function wordsOf(language: Language): Words {
  return CATALOGUES[language];
}
