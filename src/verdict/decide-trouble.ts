import type { Severity } from '../domain/severity.js';
import { isRed } from '../domain/severity.js';
import { type Assessment, verdictOf } from './assessment.js';
import { type Sign, worse } from './evidence.js';
import { isClass } from './scale.js';

/** A severity says how bad the trouble is; a priority can only make it worse. */
export function decideTrouble(
  state: Sign,
  grade: Sign | undefined,
  signal: Sign | undefined,
  worst: Assessment | undefined,
): Assessment {
  const verdict = verdictOf(state);
  if (verdict.certainty === 'doubt') {
    if (worst && isRed(worst.severity) && worst.certainty !== 'doubt') return worst;
    const stronger = [signal, grade].find(
      (sign) => sign !== undefined && isRed(sign.severity) && sign.sure && !isUrgency(sign),
    );
    return stronger ? { ...verdictOf(stronger), standing: state.standing } : verdict;
  }
  const elements = worst ? worse(verdict.severity, worst.severity) : verdict.severity;
  const own = signal ? worse(elements, signal.severity) : elements;
  const severity = grade === undefined ? own : gradedSeverity(own, grade, state);
  // A red message that says "warning" would be read as none.
  const standing = isRed(severity) && verdict.standing === 'warning' ? 'alarm' : verdict.standing;
  return { ...verdict, severity, standing };
}

function gradedSeverity(own: Severity, grade: Sign, state: Sign): Severity {
  // A result that is a failure is never silent, however little its sender makes of it.
  if (state.weight === 'result' && state.kind === 'bad' && grade.severity === 'info') return 'warning';
  const lowers = (grade.weight === 'severity' && !isLog(grade)) || (state.standing === 'alarm' && !isUrgency(grade));
  return lowers ? grade.severity : worse(own, grade.severity);
}

/** A log's level of `info` is the level of the line, and takes nothing from the failure it reports. */
export function isLog({ key }: Sign): boolean {
  return /^(?:log)?level$/i.test(key);
}

/** A priority in a word, which says how soon somebody should look and not that something is wrong: `priority: high`. */
export function isUrgency({ weight, severity, text }: Sign): boolean {
  return weight === 'grade' && severity === 'error' && !isClass(text);
}
