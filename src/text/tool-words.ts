import { tool as en } from './en/tool.js';
import type { Words } from './words.js';
import { tool as zhCN } from './zh-CN/tool.js';

/** Words that only tools by name use. */
export type ToolWords = typeof zhCN;

/** By the language's locale: a language without them speaks English. */
const CATALOGUES: Readonly<Record<string, ToolWords>> = { 'zh-CN': zhCN, 'en-GB': en };

/** Returns the tools' words in the language of the deployment's own. */
export function toolWordsOf({ locale }: Words): ToolWords {
  return CATALOGUES[locale] ?? en;
}
