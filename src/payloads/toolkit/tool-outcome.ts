import { getOwn } from '../../base/json.js';
import type { Severity } from '../../domain/severity.js';
import { spokenState } from '../../renderers/toolkit/event-state.js';
import { toolWordsOf } from '../../text/tool-words.js';
import type { Words } from '../../text/words.js';
import type { Assessment } from '../../verdict/assessment.js';
import { type KeyRole, keyRole } from '../../verdict/key-role.js';
import { judgeEvent } from '../../verdict/verdict.js';
import { fits } from './conditions.js';
import { excerptOf, judgedExcerptOf } from './excerpt.js';
import type { Judged, ToolVerdict, ToolVerdicts } from './tool.js';

/** How bad an event of a tool is, and its state. */
export interface ToolOutcome {
  readonly severity: Severity;
  readonly status: string;
  /** The state in the tool's own words. */
  readonly state: string | undefined;
  /** False if no word told. */
  readonly isTold: boolean;
  /** True if the status says no more than how bad it is: the state in the tool's own words then stays visible. */
  readonly isVague: boolean;
  /** True if words only left a doubt. */
  readonly isDoubt: boolean;
}

/** The state of any other event if nothing in it is bad. */
const CHANGED: ToolVerdict = ['info', 'changed'];
/** The verdict on good news that lacks the state by which the tool would say so. */
const NOTICE: ToolVerdict = ['info', 'notice'];

/**
 * Returns the row's verdict on the state, else that of the tool's words, else that of the whole. One rule stands above rows: good
 * news needs the state that says so, and neither good news nor a verdict that names no state stands against a failure in the body.
 */
export function outcomeOf(
  row: Judged,
  body: unknown,
  words: Words,
  { event = '', listed }: Circumstances = {},
): ToolOutcome {
  const state = excerptOf(body, row.state);
  const told = listed?.isTold
    ? listed
    : row.unlisted
      ? unlistedOutcome(body, words, [event])
      : ownOutcome(row, body, words, [event]);
  const isMild = told.severity === 'recovery' || (told.severity === 'info' && told.named !== true);
  const failure = isMild ? failureIn(body) : undefined;
  return { state, ...(failure ? spoken(failure, words) : told) };
}

/** The name of the event, and the worst of its list if the row itself says nothing of its state. */
interface Circumstances {
  readonly event?: string;
  readonly listed?: Told | undefined;
}

/** An outcome, before its state; `named` if the row names the state that it has. */
type Told = Omit<ToolOutcome, 'state'> & { readonly named?: boolean };

function ownOutcome(row: Judged, body: unknown, words: Words, headings: readonly string[]): Told {
  const state = judgedExcerptOf(body, row.state);
  const grade = judgedExcerptOf(body, row.grade);
  const known = verdictOn(state, row.verdict);
  if (known) return { ...ruled(known.verdict, words), named: known.named };
  const own = judgeEvent({ ...(state && { status: state }), ...(grade && { severity: grade }) });
  if (own.certainty !== 'none') return spoken(own, words);
  const whole = spoken(judgeEvent(body, headings), words);
  const lacksState = (row.state ?? row.grade) !== undefined;
  return lacksState && isGood(whole) ? { ...ruled(NOTICE, words), isTold: false, isVague: true } : whole;
}

/** Judges an event that no row knows: what is not bad has only changed something. */
function unlistedOutcome(body: unknown, words: Words, headings: readonly string[]): Told {
  const whole = spoken(judgeEvent(body, headings), words);
  return whole.severity === 'info' ? ruled(CHANGED, words) : whole;
}

function isGood({ severity }: Told): boolean {
  return severity === 'recovery' || severity === 'info';
}

/** The parts of keys whose values say that something failed; a severity, a title or a sentence may tell of what is over. */
const SAYS_FAILURE: ReadonlySet<KeyRole> = new Set([
  ...(['result', 'state', 'success', 'exit', 'http', 'error', 'failures', 'alarmed'] as const),
]);

/** Returns the judgement on the whole if a state, a result or a sign in it says failure. */
function failureIn(body: unknown): Assessment | undefined {
  const whole = judgeEvent(body);
  const isBad = whole.severity !== 'recovery' && whole.severity !== 'info';
  // Without a sign, it is an element of a list that failed.
  const says = whole.sign === undefined || SAYS_FAILURE.has(keyRole(whole.sign.key));
  return isBad && says ? whole : undefined;
}

function spoken(judgement: Assessment, words: Words): Told {
  const { certainty, standing } = judgement;
  const isTold = certainty !== 'none';
  const isVague = !isTold || standing === 'warning' || standing === 'graded';
  return { ...spokenState(judgement, words), isTold, isVague, isDoubt: certainty === 'doubt' };
}

function ruled([severity, status]: ToolVerdict, words: Words): Told {
  const word = getOwn<string>(words.status, status) ?? getOwn<string>(toolWordsOf(words).status, status) ?? status;
  return { severity, status: word, isTold: true, isVague: false, isDoubt: false };
}

interface Ruling {
  readonly verdict: ToolVerdict;
  /** True if it is on a state that the row names, false if it is on any. */
  readonly named: boolean;
}

function verdictOn(state: string | undefined, verdicts: ToolVerdicts = {}): Ruling | undefined {
  if (isVerdict(verdicts)) return { verdict: verdicts, named: false };
  const text = state?.toLowerCase() ?? '';
  const found = Object.entries(verdicts).find(([names]) => names.split('|').some((name) => fits(name, text)));
  return found && { verdict: found[1], named: found[0] !== '*' };
}

function isVerdict(verdict: ToolVerdicts): verdict is ToolVerdict {
  return Array.isArray(verdict);
}
