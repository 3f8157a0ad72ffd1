import { templateSpeech as en } from './en/template.js';
import type { TemplateSpeech } from './template-speech.js';
import type { Language } from './words.js';
import { templateSpeech as zhCN } from './zh-CN/template.js';

const SPEECHES: Readonly<Record<Language, TemplateSpeech>> = { 'zh-CN': zhCN, en };

/** Returns the words that `wecomrobot template` and `wecomrobot routes` print, in a language. */
export function templateSpeechOf(language: Language): TemplateSpeech {
  return SPEECHES[language];
}
