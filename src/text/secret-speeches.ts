import { secretSpeech as en } from './en/secret.js';
import type { SecretSpeech } from './secret-speech.js';
import { explain } from './speeches.js';
import type { Language } from './words.js';
import { secretSpeech as zhCN } from './zh-CN/secret.js';

const SPEECHES: Readonly<Record<Language, SecretSpeech>> = { 'zh-CN': zhCN, en };

/** The words of `npm run secret`, with those of the library for its errors. */
export interface SecretWords extends SecretSpeech {
  /** Returns the rule that an error of the library's names, and the given value. */
  readonly explain: (error: Parameters<typeof explain>[0]) => string;
}

/** Returns the words in which `npm run secret` asks, in a language. */
export function secretWordsOf(language: Language): SecretWords {
  return { ...SPEECHES[language], explain: (error) => explain(error, language) };
}
