import { ackPage as en } from '../../text/en/ack-page.js';
import type { Language } from '../../text/words.js';
import { ackPage as zhCN } from '../../text/zh-CN/ack-page.js';

/** The words of the page. */
export type PageWords = typeof zhCN;

/** The words by language. They are no part of the catalogues, which every message loads. */
export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { 'zh-CN': zhCN, en };
