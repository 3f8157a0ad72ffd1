import { isRed } from '../domain/severity.js';
import { type Assessment, doubtOf, verdictOf } from './assessment.js';
import type { Evidence, Sign } from './evidence.js';
import { isAlert, pick } from './pick-sign.js';
import { isTrouble } from './words/read-text.js';

/** Good news stands, unless something else says the contrary, which leaves a doubt. What is cured may still show what it was. */
export function decideGood(
  state: Sign,
  evidence: Evidence,
  signal: Sign | undefined,
  worst: Assessment | undefined,
): Assessment {
  if (worst && isRed(worst.severity) && worst.standing === 'alarm') return worst;
  const contrary = state.kind === 'good' && (signal?.sure === true || isNamedTrouble(evidence));
  const failing = worst !== undefined && isRed(worst.severity);
  if (contrary || failing)
    return { ...doubtOf(contrary ? signal : undefined), ...(failing && { standing: worst.standing }) };
  const standing = state.standing === 'ok' && isAlert(evidence) ? 'recovered' : state.standing;
  return verdictOf({ ...state, standing });
}

/** Returns the failure that a sentence excepts from good news: `完成，但有 3 条写入失败`. */
export function butOf(prose: Sign): Sign | undefined {
  return /\u4f46|\b(?:but|except)\b/i.test(prose.text) ? { ...prose, sure: true } : undefined;
}

/** Returns true if what happened is named as trouble, and is no alert: the type of an alert that is over names it too. */
function isNamedTrouble(evidence: Evidence): boolean {
  const event = pick(evidence.signs.filter(({ weight }) => weight === 'event'));
  if (event === undefined || event.standing === 'alarm' || isAlert(evidence)) return false;
  return event.sure && isTrouble(event.kind);
}
