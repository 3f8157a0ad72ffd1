import { getOwn } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import { type EventState, stateOfText } from './event-state.js';
import { stateFor, type Verdict } from './verdict.js';

/** The meanings of some of a service's states, by AWS's word in lower case: those whose stems would mislead. */
export type StateTable = Readonly<Record<string, Verdict>>;

/** Reads a state by a service's own table, else by its stems, else by those of `hint`. Says `通知` if none of them tells. */
export function stateIn(states: StateTable, state: string | undefined, words: Words, hint = ''): EventState {
  const key = (state ?? '').toLowerCase();
  const known = getOwn(states, key);
  if (known) return stateFor(known, words);
  return stateOfText(key, words) ?? stateOfText(hint, words) ?? stateFor(['info', 'notice'], words);
}
