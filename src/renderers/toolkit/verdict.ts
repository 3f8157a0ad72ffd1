import type { Severity } from '../../domain/severity.js';
import type { Status, Words } from '../../text/words.js';
import { gradeOf, SEVERITY_OF_GRADE } from '../../verdict/scale.js';
import { type EventState, stateOfText } from './event-state.js';

/** The meaning of an event: how bad it is, and the word for it in the first line. */
export type Verdict = readonly [severity: Severity, status: Status];

/** Returns a verdict in the deployment's language. */
export function stateFor([severity, status]: Verdict, words: Words): EventState {
  return { severity, status: words.status[status] };
}

/** Returns the meaning of AWS's word for the state, else of its severity (`High`, `ERROR`); `undefined` if neither tells. */
export function classify(
  state: string | undefined,
  severity: string | undefined,
  words: Words,
): EventState | undefined {
  return stateOfText(state ?? '', words) ?? stateOfGrade(severity, words);
}

/** Returns the state of an event of which only AWS's severity is known: nothing is critical by that alone. */
export function stateOfGrade(severity: string | undefined, words: Words): EventState | undefined {
  const grade = gradeOf(severity);
  const found = grade && SEVERITY_OF_GRADE[grade];
  if (found === undefined || found === 'info') return undefined;
  return stateFor(found === 'warning' ? ['warning', 'warning'] : ['error', 'failed'], words);
}
