import { keyWords } from '../../base/key-words.js';
import type { Told } from './told.js';

/** Keys of a sentence that says in short what happened. */
const HEADLINE = /^(message|msg|summary|text|notification|human readable)$/;
/** Longest sentence that stands as a title, in characters. */
const MAX_HEADLINE = 80;

/** Returns the sentence that says what happened, where nothing has a name. */
export function headlineIn(told: readonly Told[]): string | undefined {
  const short = told.filter(
    ({ text, value }) => typeof value === 'string' && text.length <= MAX_HEADLINE && !/\n/.test(text),
  );
  const found = short.find(({ key }) => HEADLINE.test(keyWords(key))) ?? short.find(({ role }) => role === 'prose');
  return found?.text;
}
