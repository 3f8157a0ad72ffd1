import { describe, expect, it } from 'vitest';
import { WORDS } from '../../../local/page/words.js';

/** Every word's name, with those inside others: `steps.queue`. */
function namesOf(words: object, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'object' && word !== null ? namesOf(word, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

describe('WORDS', () => {
  it('both languages have every word', () => {
    expect(namesOf(WORDS.en)).toEqual(namesOf(WORDS.zh));
  });
});
