import type { Language } from '../../src/text/words.js';

/** A sentence in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** An error that a user can meet: its words, with `…` for what differs from case to case, why it comes, and what to do. */
export interface ErrorRow {
  readonly message: string;
  readonly cause: Texts;
  readonly remedy: Texts;
}

/** Makes a row from its texts, each in Chinese and English. */
export function row(
  message: string,
  [causeZh, causeEn]: readonly [zh: string, en: string],
  [remedyZh, remedyEn]: readonly [zh: string, en: string],
): ErrorRow {
  return { message, cause: { 'zh-CN': causeZh, en: causeEn }, remedy: { 'zh-CN': remedyZh, en: remedyEn } };
}
