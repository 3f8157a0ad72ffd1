import { severityRank } from '../domain/severity.js';
import type { Evidence, Sign } from './evidence.js';
import { isVerdict } from './words/read-text.js';

/** Returns the sign that counts among equals: bad news before good news, good news before what is over; shallow before deep. */
export function pick(signs: readonly Sign[]): Sign | undefined {
  const [first, ...others] = signs;
  return others.reduce<Sign | undefined>(
    (best, sign) => (best === undefined || compare(sign, best) < 0 ? sign : best),
    first,
  );
}

const KINDS = ['bad', 'poor', 'cured', 'good', 'closed', 'over', 'off', 'open', 'going'] as const;

function compare(a: Sign, b: Sign): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    severityRank(a.severity) - severityRank(b.severity) ||
    Number(b.sure) - Number(a.sure) ||
    a.depth - b.depth ||
    compareTexts(`${a.standing} ${a.key} ${a.text}`, `${b.standing} ${b.key} ${b.text}`)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Returns the state that counts: a result before a state, a verdict before what is over, a state before an event's name. */
export function countedState({ signs, guard, alert }: Evidence): Sign | undefined {
  const counted = signs.filter((sign) => !(guard && /block/i.test(sign.text) && sign.standing === 'warning'));
  const [result, state, event, title] = (['result', 'state', 'event', 'title'] as const).map((weight) =>
    pick(counted.filter((sign) => sign.weight === weight)),
  );
  // What people wrote as a title does not count against a state that says it is over, nor the type of an alert that is closed.
  const isOver = state?.kind === 'closed' || state?.kind === 'over';
  const isClosed = state?.standing === 'closed' && alert;
  const said = [result, state, ...(isClosed ? [] : [event]), ...(isOver ? [] : [title])];
  const verdict = said.find((sign) => sign !== undefined && isVerdict(sign.kind));
  return verdict ?? result ?? state ?? event ?? title;
}

/** Returns true if the event is an alert, or grades itself as alerts do. */
export function isAlert({ alert, signs }: Evidence): boolean {
  return alert || signs.some(({ weight }) => weight === 'severity' || weight === 'grade');
}
