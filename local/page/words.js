import { en } from './words-en.js';
import { zh } from './words-zh.js';

/** The page's words. The messages' own language is another thing: it is chosen for the function. */
export const WORDS = { zh, en };
