import type { Severity } from '../../domain/severity.js';
import type { Words } from '../../text/words.js';
import type { Assessment } from '../../verdict/assessment.js';
import { judgeSentence, judgeState } from '../../verdict/verdict.js';

/** The outcome of an event, as far as one word tells. */
export interface EventState {
  readonly severity: Severity;
  readonly status: string;
}

/** Longest text that is judged, in characters: an event's meaning is in its first sentences. */
const MAX_CHARACTERS = 500;

/** Returns the outcome that a state or a name tells (`FAILED`, `Instance Launch Unsuccessful`); `undefined` if no word tells. */
export function stateOfText(text: string, words: Words): EventState | undefined {
  return toldBy(judgeState(text.slice(0, MAX_CHARACTERS)), words);
}

/** Returns the outcome that a sentence about a database, a cache or a cluster tells; `undefined` if no word tells. */
export function stateOfSentence(text: string, words: Words): EventState | undefined {
  return toldBy(judgeSentence(text.slice(0, MAX_CHARACTERS)), words);
}

/** Returns a judgement in the deployment's language. */
export function spokenState({ severity, standing }: Assessment, words: Words): EventState {
  return { severity, status: standing === 'graded' ? words.severity[severity] : words.status[standing] };
}

function toldBy(judgement: Assessment, words: Words): EventState | undefined {
  return judgement.certainty === 'none' ? undefined : spokenState(judgement, words);
}

/** Returns the word for a severity that has no state beside it. */
export function spokenSeverity(severity: Severity, words: Words): string {
  return severity === 'info' ? words.status.notice : words.severity[severity];
}
