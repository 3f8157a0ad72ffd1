import { en } from './words-en.js';
import { zh } from './words-zh.js';

/** The page's words. The language of the messages is separate: it is chosen for the function. */
export const WORDS = { zh, en };
