import type { Language } from '../../src/text/words.js';

/** Two words of an English sentence, or one that every error of ours has. */
const ENGLISH = /\b[a-z]{2,} [a-z]{2,}\b|\b(Cannot|Error|Exception|current|must|missing|unknown)\b/;
const CHINESE = /\p{Script=Han}|[，。：；（）]/u;

/** Returns true if a line has nothing of the other language in it. Quoted values are in nobody's. */
export function isWhollyIn(language: Language, line: string): boolean {
  const said = line.replace(/"[^"]*"/g, '');
  return language === 'zh-CN' ? CHINESE.test(said) && !ENGLISH.test(said) : !CHINESE.test(said);
}
