import { once } from '../../base/once.js';
import { isHanText } from './tokens.js';
import { HARMLESS, type Meaning, ROWS } from './vocabulary.js';

/** A word of the vocabulary, in its tokens. */
export interface Entry {
  readonly tokens: readonly string[];
  /** True if other words may stand between its two tokens. */
  readonly apart: boolean;
  readonly meaning: Meaning | undefined;
}

/** The vocabulary, as it is looked up. */
export interface Dictionary {
  /** Entries by their first token, the longest first. */
  readonly latin: ReadonlyMap<string, readonly Entry[]>;
  /** Han words by their first character, the longest first. */
  readonly han: ReadonlyMap<string, readonly Entry[]>;
}

/** Returns the dictionary, which is built when first asked for. */
export const dictionary = once(buildDictionary);

function buildDictionary(): Dictionary {
  const latin = new Map<string, Entry[]>();
  const han = new Map<string, Entry[]>();
  const add = (word: string, meaning: Meaning | undefined): void => {
    const isHan = isHanText(word);
    const apart = word.includes('*');
    const tokens = isHan ? [word] : word.split(apart ? '*' : '+');
    const [table, key] = isHan ? [han, word.slice(0, 1)] : [latin, tokens[0] ?? ''];
    const before = table.get(key);
    if (before === undefined) table.set(key, [{ tokens, apart, meaning }]);
    else before.push({ tokens, apart, meaning });
  };
  for (const [rank, { words, alone = '', ...row }] of ROWS.entries()) {
    for (const word of words.split(' ')) if (word !== '') add(word, { ...row, rank, alone: false });
    for (const word of alone.split(' ')) if (word !== '') add(word, { ...row, rank, alone: true });
  }
  for (const word of HARMLESS.split(' ')) add(word, undefined);
  const length = ({ tokens }: Entry): number => (tokens.length > 1 ? tokens.length * 100 : (tokens[0]?.length ?? 0));
  for (const table of [latin, han]) for (const entries of table.values()) entries.sort((a, b) => length(b) - length(a));
  return { latin, han };
}

/** Returns every word of the vocabulary with its meaning, as `a b` if it has two tokens. For tests and for what is generated from it. */
export function vocabulary(): readonly (readonly [word: string, meaning: Meaning])[] {
  const { latin, han } = dictionary();
  return [...latin.values(), ...han.values()]
    .flat()
    .flatMap(({ tokens, meaning }) => (meaning === undefined ? [] : [[tokens.join(' '), meaning] as const]));
}
