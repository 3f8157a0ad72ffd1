import { isBadNews, isRed } from '../domain/severity.js';
import { type Assessment, doubtOf, NO_SIGN, verdictOf } from './assessment.js';
import { isLog, isUrgency } from './decide-trouble.js';
import { type Sign, worse } from './evidence.js';
import { isTrouble } from './words/read-text.js';

/** The signs that count if no state tells good from bad. */
export interface RestSigns {
  readonly state: Sign | undefined;
  readonly grade: Sign | undefined;
  readonly signal: Sign | undefined;
  readonly worst: Assessment | undefined;
  readonly prose: Sign | undefined;
}

/** Judges what has no state that is good or bad: by its signals, its elements, its grade, its prose. */
export function decideRest(rest: RestSigns): Assessment {
  const { state, grade, signal, worst, prose } = rest;
  if (signal && isTrouble(signal.kind)) {
    const verdict = verdictOf(signal);
    return { ...verdict, severity: grade ? worse(verdict.severity, grade.severity) : verdict.severity };
  }
  if (worst && isBadNews(worst.severity)) return worst;
  if (grade && grade.kind !== 'going') return gradedVerdict(grade, state);
  if (prose && (!grade || isLog(grade))) return doubtOf(prose);
  if (state) return verdictOf(state);
  return worst ?? (grade ? { ...verdictOf(grade), standing: 'notice' } : NO_SIGN);
}

/** A severity of what is over leaves a doubt: it may be what is over. */
function gradedVerdict(grade: Sign, state: Sign | undefined): Assessment {
  if (isRed(grade.severity) && (state?.kind === 'over' || isUrgency(grade)))
    return { ...doubtOf(grade), standing: 'warning' };
  return { ...verdictOf(grade), standing: 'graded' };
}
