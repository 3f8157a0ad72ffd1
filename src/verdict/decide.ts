import { isRed } from '../domain/severity.js';
import { type Assessment, verdictOf } from './assessment.js';
import { butOf, decideGood } from './decide-good.js';
import { decideRest } from './decide-rest.js';
import { decideTrouble } from './decide-trouble.js';
import { type Evidence, type Sign, worse } from './evidence.js';
import { countedState, isAlert, pick } from './pick-sign.js';
import { isTrouble } from './words/read-text.js';

/** Decides on all that was found in an event. What is a drill, or what somebody knows already, calls nobody. */
export function decide(evidence: Evidence): Assessment {
  const verdict = decideOwn(evidence);
  if (!isRed(verdict.severity) || !(evidence.drill || isHushed(evidence))) return verdict;
  return { ...verdict, severity: 'warning', certainty: 'doubt' };
}

/** Returns true if somebody knows already: it was acknowledged or silenced, and nobody is called once more. */
function isHushed({ signs }: Evidence): boolean {
  const states = signs.filter(({ weight }) => weight === 'event' || weight === 'state' || weight === 'result');
  const least = Math.min(...states.map(({ depth }) => depth));
  return states.some(({ standing, depth }) => standing === 'suppressed' && depth === least);
}

function decideOwn(evidence: Evidence): Assessment {
  const { signs } = evidence;
  const state = countedState(evidence);
  const elements = evidence.elements.map(decide).filter(({ certainty }) => certainty !== 'none');
  const worst =
    elements.length === 0
      ? undefined
      : elements.reduce((a, b) => (worse(a.severity, b.severity) === a.severity ? a : b));
  const grade =
    pick(signs.filter(({ weight }) => weight === 'severity')) ?? pick(signs.filter(({ weight }) => weight === 'grade'));
  const signal = pick(signs.filter(({ weight }) => weight === 'signal'));
  const prose = pick(signs.filter(({ weight }) => weight === 'prose'));
  const good = state && (state.kind === 'good' || state.kind === 'cured');
  if (good) return decideGood(state, evidence, signal ?? (prose && butOf(prose)), worst);
  if (state && state.standing === 'closed' && isAlert(evidence)) return verdictOf({ ...state, severity: 'recovery' });
  if (state && isTrouble(state.kind)) return decideTrouble(state, grade, signal, worst);
  return decideRest({ state, grade, signal, worst, prose: openAlert(state, evidence) ?? prose });
}

/** Returns the state of an alert that waits for somebody, of which nothing says how bad it is. */
function openAlert(state: Sign | undefined, { alert }: Evidence): Sign | undefined {
  return alert && state?.kind === 'open' ? { ...state, standing: 'alarm' } : undefined;
}
