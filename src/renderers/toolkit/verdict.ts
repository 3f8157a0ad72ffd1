import type { Severity } from '../../domain/notification.js';
import type { Status, Words } from '../../text/words.js';
import { type EventState, stateOfText } from './event-state.js';

/** The meaning of an event: how bad it is, and the word for it in the first line. */
export type Verdict = readonly [severity: Severity, status: Status];

/** The meanings of AWS's own severity of an event, used if its state says nothing. */
const SEVERITIES: readonly (readonly [stems: RegExp, verdict: Verdict])[] = [
  [/^(crit|high|err|fail)/i, ['error', 'failed']],
  [/^(warn|medium)/i, ['warning', 'warning']],
];

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
  const spoken = stateOfText(state ?? '', words);
  if (spoken) return spoken;
  const found = SEVERITIES.find(([stems]) => stems.test(severity ?? ''));
  return found && stateFor(found[1], words);
}
