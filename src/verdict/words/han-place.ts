import { hanBefore } from './fillers.js';

/** The place of a word in a run of Han characters. */
export interface HanPlace {
  /** All that stands before it. */
  readonly start: string;
  /** The characters right before it. */
  readonly before: string;
  /** These, and these without the words that may stand between, one after the other. */
  readonly befores: readonly string[];
  /** All that stands after it. */
  readonly rest: string;
}

/** Characters before a word that are read. */
const MAX_BEFORE = 10;

/** Returns the place of the word that a run has between two indices. */
export function hanPlace(run: string, from: number, to: number, isGood: boolean): HanPlace {
  const start = run.slice(0, from);
  const before = start.slice(-MAX_BEFORE);
  return { start, before, befores: hanBefore(before, isGood), rest: run.slice(to) };
}
