import { message as en } from './en/message.js';
import { message as zhCN } from './zh-CN/message.js';

/** The words of every message by language: the part of the catalogues that `deliver` loads. */
export const MESSAGE_CATALOGUES = { 'zh-CN': zhCN, en };
