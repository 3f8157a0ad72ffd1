import { MESSAGE_CATALOGUES } from './message-catalogues.js';
import type { Language } from './words.js';
import type { message } from './zh-CN/message.js';

/** The words by which a message is composed and delivered, whatever it tells. */
export type MessageWords = typeof message;

/** Returns these words of a language. The deployed function has only those of its settings. */
export function messageWordsOf(language: Language): MessageWords {
  const catalogues: Readonly<Record<Language, MessageWords>> = MESSAGE_CATALOGUES;
  return catalogues[language];
}
