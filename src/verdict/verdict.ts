import { type Severity, severityRank } from '../domain/severity.js';
import { type Evidence, type Sign, worse } from './evidence.js';
import { isClass } from './scale.js';
import { weigh } from './weigh.js';
import { isTrouble, isVerdict, type Reading, readSentence, readState } from './words/read-text.js';
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

const NO_SIGN: Assessment = { severity: 'info', standing: 'notice', certainty: 'none' };

/**
 * Judges a JSON value: an object, a list (the worst of its elements counts) or a text. Independent of the order of keys.
 * @param headings names it came under: its type, its subject.
 */
export function judgeEvent(value: unknown, headings: readonly string[] = []): Assessment {
  return decide(weigh(value, headings));
}

/** Judges a state in a service's or tool's own words: `FAILED`, `NOT_STALLED`, `已恢复`. */
export function judgeState(text: string): Assessment {
  return stated(readState(text));
}

/** Judges a sentence of a service that tells what happened to a database, a cache or a cluster. */
export function judgeSentence(text: string): Assessment {
  return stated(readSentence(text));
}

/** Judges what stands at the start of a subject or a text: `[FIRING:2] …`, `Build FAILURE: …`, `【失败】…`. */
export function judgeHeading(text: string): Assessment {
  return decide(weigh({}, [text]));
}

function stated(reading: Reading | undefined): Assessment {
  return reading === undefined
    ? NO_SIGN
    : { severity: reading.severity, standing: reading.standing, certainty: 'stated' };
}

function decide(evidence: Evidence): Assessment {
  const verdict = decideOwn(evidence);
  if (!isLoud(verdict.severity) || !(evidence.drill || isHushed(evidence))) return verdict;
  return { ...verdict, severity: 'warning', certainty: 'doubt' };
}

/** Returns true if somebody knows already: it was acknowledged or silenced, and nobody is called once more. */
function isHushed({ signs }: Evidence): boolean {
  const states = signs.filter(({ weight }) => weight === 'event' || weight === 'state' || weight === 'result');
  const least = Math.min(...states.map(({ depth }) => depth));
  return states.some(({ standing, depth }) => standing === 'suppressed' && depth === least);
}

function isLoud(severity: Severity): boolean {
  return severity === 'critical' || severity === 'error';
}

function decideOwn(evidence: Evidence): Assessment {
  const { signs } = evidence;
  const state = stateOf(evidence);
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

/** Good news stands, unless something else says the contrary, which leaves a doubt. What is cured may still show what it was. */
function decideGood(
  state: Sign,
  evidence: Evidence,
  signal: Sign | undefined,
  worst: Assessment | undefined,
): Assessment {
  if (worst && isLoud(worst.severity) && worst.standing === 'alarm') return worst;
  const contrary = state.kind === 'good' && (signal?.sure === true || isNamedTrouble(evidence));
  const failing = worst !== undefined && isLoud(worst.severity);
  if (contrary || failing)
    return { ...doubtOf(contrary ? signal : undefined), ...(failing && { standing: worst.standing }) };
  const standing = state.standing === 'ok' && isAlert(evidence) ? 'recovered' : state.standing;
  return verdictOf({ ...state, standing });
}

/** Returns the failure that a sentence excepts from good news: `完成，但有 3 条写入失败`. */
function butOf(prose: Sign): Sign | undefined {
  return /\u4f46|\b(?:but|except)\b/i.test(prose.text) ? { ...prose, sure: true } : undefined;
}

/** Returns true if what happened is named as trouble, and is no alert: the type of an alert that is over names it too. */
function isNamedTrouble(evidence: Evidence): boolean {
  const event = pick(evidence.signs.filter(({ weight }) => weight === 'event'));
  if (event === undefined || event.standing === 'alarm' || isAlert(evidence)) return false;
  return event.sure && isTrouble(event.kind);
}

function doubtOf(sign: Sign | undefined): Assessment {
  const verdict: Assessment = { severity: 'warning', standing: sign?.standing ?? 'warning', certainty: 'doubt' };
  return sign === undefined || sign.key === '' ? verdict : { ...verdict, sign: { key: sign.key, text: sign.text } };
}

/** A severity says how bad the trouble is; a priority can only make it worse. */
function decideTrouble(
  state: Sign,
  grade: Sign | undefined,
  signal: Sign | undefined,
  worst: Assessment | undefined,
): Assessment {
  const verdict = verdictOf(state);
  if (verdict.certainty === 'doubt') {
    if (worst && isLoud(worst.severity) && worst.certainty !== 'doubt') return worst;
    const stronger = [signal, grade].find(
      (sign) => sign !== undefined && isLoud(sign.severity) && sign.sure && !isUrgency(sign),
    );
    return stronger ? { ...verdictOf(stronger), standing: state.standing } : verdict;
  }
  const elements = worst ? worse(verdict.severity, worst.severity) : verdict.severity;
  const own = signal ? worse(elements, signal.severity) : elements;
  const severity = grade === undefined ? own : gradedSeverity(own, grade, state);
  // A red message that says "warning" would be read as none.
  const standing = isLoud(severity) && verdict.standing === 'warning' ? 'alarm' : verdict.standing;
  return { ...verdict, severity, standing };
}

function gradedSeverity(own: Severity, grade: Sign, state: Sign): Severity {
  // A result that is a failure is never silent, however little its sender makes of it.
  if (state.weight === 'result' && state.kind === 'bad' && grade.severity === 'info') return 'warning';
  const lowers = (grade.weight === 'severity' && !isLog(grade)) || (state.standing === 'alarm' && !isUrgency(grade));
  return lowers ? grade.severity : worse(own, grade.severity);
}

/** A log's level of `info` is the level of the line, and takes nothing from the failure it reports. */
function isLog({ key }: Sign): boolean {
  return /^(?:log)?level$/i.test(key);
}

interface Rest {
  readonly state: Sign | undefined;
  readonly grade: Sign | undefined;
  readonly signal: Sign | undefined;
  readonly worst: Assessment | undefined;
  readonly prose: Sign | undefined;
}

function decideRest(rest: Rest): Assessment {
  const { state, grade, signal, worst, prose } = rest;
  if (signal && isTrouble(signal.kind)) {
    const verdict = verdictOf(signal);
    return { ...verdict, severity: grade ? worse(verdict.severity, grade.severity) : verdict.severity };
  }
  if (worst && isTroubled(worst)) return worst;
  if (grade && grade.kind !== 'going') return gradedVerdict(grade, state);
  if (prose && (!grade || isLog(grade))) return doubtOf(prose);
  if (state) return verdictOf(state);
  return worst ?? (grade ? { ...verdictOf(grade), standing: 'notice' } : NO_SIGN);
}

/** A priority in a word, which says how soon somebody should look and not that something is wrong: `priority: high`. */
function isUrgency({ weight, severity, text }: Sign): boolean {
  return weight === 'grade' && severity === 'error' && !isClass(text);
}

/** A severity of what is over leaves a doubt: it may be what is over. */
function gradedVerdict(grade: Sign, state: Sign | undefined): Assessment {
  if (isLoud(grade.severity) && (state?.kind === 'over' || isUrgency(grade)))
    return { ...doubtOf(grade), standing: 'warning' };
  return { ...verdictOf(grade), standing: 'graded' };
}

function isTroubled({ severity }: Assessment): boolean {
  return isLoud(severity) || severity === 'warning';
}

/** Returns the state that counts: a result before a state, a verdict before what is over, a state before an event's name. */
function stateOf({ signs, guard, alert }: Evidence): Sign | undefined {
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

/** Returns the sign that counts among equals: bad news before good news, good news before what is over; shallow before deep. */
function pick(signs: readonly Sign[]): Sign | undefined {
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

function isAlert({ alert, signs }: Evidence): boolean {
  return alert || signs.some(({ weight }) => weight === 'severity' || weight === 'grade');
}

function verdictOf(sign: Sign): Assessment {
  const { severity, standing, key, text, sure, weight } = sign;
  const certainty = !sure
    ? 'doubt'
    : weight === 'event' || weight === 'title' || weight === 'signal'
      ? 'unmistakable'
      : 'stated';
  return { severity, standing, certainty, ...(key !== '' && { sign: { key, text } }) };
}
