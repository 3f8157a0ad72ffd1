import { ownAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { outcomeFor, type Verdict } from './verdict.js';

/** What some of a service's states mean, by AWS's word in lower case: those whose stems would mislead. */
export type StateTable = Readonly<Record<string, Verdict>>;

/** Reads a state by a service's own table, else by its stems, else by those of `hint`. Says `通知` where none tells. */
export function outcomeIn(states: StateTable, state: string | undefined, words: Words, hint = ''): Outcome {
  const key = (state ?? '').toLowerCase();
  const known = ownAt(states, key);
  if (known) return outcomeFor(known, words);
  return outcomeOf(key, words) ?? outcomeOf(hint, words) ?? outcomeFor(['info', 'notice'], words);
}
