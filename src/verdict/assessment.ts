import type { Severity } from '../domain/severity.js';
import type { Sign } from './evidence.js';
import type { Standing } from './words/vocabulary.js';

/**
 * How sure a judgement is: the sender `stated` it in a state or a severity, a sign of failure is `unmistakable`, words leave a
 * `doubt`, or there is no sign (`none`). Only what is stated or unmistakable calls people.
 */
export type Certainty = 'stated' | 'unmistakable' | 'doubt' | 'none';

/** The judgement on an event: good or bad, and why. Independent of language: `text/` has the words that are shown. */
export interface Assessment {
  readonly severity: Severity;
  /** The state, named as in `text/`; `graded` if only the severity tells: it is then the word. */
  readonly standing: Standing | 'graded';
  readonly certainty: Certainty;
  /** The deciding key and its value as text; absent if an event's own name decided, or nothing. */
  readonly sign?: { readonly key: string; readonly text: string };
}

/** The judgement on what tells nothing. */
export const NO_SIGN: Assessment = { severity: 'info', standing: 'notice', certainty: 'none' };

/** Returns what a sign says, as a judgement. */
export function verdictOf(sign: Sign): Assessment {
  const { severity, standing, key, text, sure, weight } = sign;
  const certainty = !sure
    ? 'doubt'
    : weight === 'event' || weight === 'title' || weight === 'signal'
      ? 'unmistakable'
      : 'stated';
  return { severity, standing, certainty, ...(key !== '' && { sign: { key, text } }) };
}

/** Returns a doubt, with the sign that leaves it. */
export function doubtOf(sign: Sign | undefined): Assessment {
  const verdict: Assessment = { severity: 'warning', standing: sign?.standing ?? 'warning', certainty: 'doubt' };
  return sign === undefined || sign.key === '' ? verdict : { ...verdict, sign: { key: sign.key, text: sign.text } };
}
