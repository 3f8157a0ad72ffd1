import { en } from './en/en.js';
import { zhCN } from './zh-CN/zh-CN.js';

/**
 * The catalogues by language, held to one shape in `words.ts`. The deployed function loads only that of its settings
 * (`scripts/build/configured-language.ts`).
 */
export const CATALOGUES = { 'zh-CN': zhCN, en };
