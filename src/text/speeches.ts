import type { Fault, FaultKind } from '../domain/fault.js';
import { speech as en } from './en/speech.js';
import type { FaultTexts, Speech } from './speech.js';
import type { Language } from './words.js';
import { speech as zhCN } from './zh-CN/speech.js';

const SPEECHES: Readonly<Record<Language, Speech>> = { 'zh-CN': zhCN, en };

/** Returns the words of the library and the command in a language. */
export function speechOf(language: Language): Speech {
  return SPEECHES[language];
}

/** Returns the rule that was broken and the given value, in a language. An error without a fault explains itself. */
export function explain(
  { message, fault }: { readonly message: string; readonly fault: Fault | undefined },
  language: Language,
): string {
  const { faults } = SPEECHES[language];
  return faults && fault ? sentenceOf(faults, fault) : message;
}

function sentenceOf<Kind extends FaultKind>(texts: FaultTexts, fault: Fault<Kind>): string {
  return texts[fault.kind](fault);
}
