import { localSpeech as en } from './en/local.js';
import type { LocalSpeech } from './local-speech.js';
import type { Language } from './words.js';
import { localSpeech as zhCN } from './zh-CN/local.js';

const SPEECHES: Readonly<Record<Language, LocalSpeech>> = { 'zh-CN': zhCN, en };

/** Returns the words that `wecomrobot local` prints, in a language. */
export function localSpeechOf(language: Language): LocalSpeech {
  return SPEECHES[language];
}
