import { secretSpeech as en } from './en/secret.js';
import type { SecretSpeech } from './secret-speech.js';
import type { Language } from './words.js';
import { secretSpeech as zhCN } from './zh-CN/secret.js';

const SPEECHES: Readonly<Record<Language, SecretSpeech>> = { 'zh-CN': zhCN, en };

/** Returns the words in which `npm run secret` asks, in a language. */
export function secretSpeechOf(language: Language): SecretSpeech {
  return SPEECHES[language];
}
