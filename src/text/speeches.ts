import type { Violation, ViolationKind } from '../domain/violation.js';
import { speech as en } from './en/speech.js';
import type { Speech, ViolationTexts } from './speech.js';
import type { Language } from './words.js';
import { speech as zhCN } from './zh-CN/speech.js';

const SPEECHES: Readonly<Record<Language, Speech>> = { 'zh-CN': zhCN, en };

/** Returns the words of the library and the command in a language. */
export function speechOf(language: Language): Speech {
  return SPEECHES[language];
}

/** Returns the rule that was broken and the given value, in a language. An error without a violation explains itself. */
export function explain(
  { message, violation }: { readonly message: string; readonly violation: Violation | undefined },
  language: Language,
): string {
  const { violations } = SPEECHES[language];
  return violations && violation ? sentenceOf(violations, violation) : message;
}

function sentenceOf<Kind extends ViolationKind>(texts: ViolationTexts, violation: Violation<Kind>): string {
  return texts[violation.kind](violation);
}
