import { getOwn } from '../../base/json.js';
import type { Severity } from '../../domain/notification.js';
import { spokenState } from '../../renderers/toolkit/event-state.js';
import { toolWordsOf } from '../../text/tool-words.js';
import type { Words } from '../../text/words.js';
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
  /** True if words only left a doubt. */
  readonly isDoubt: boolean;
}

/** Returns the row's verdict on the state, else that of the tool's words, else that of the whole. */
export function outcomeOf(
  { state: stateAt, grade: gradeAt, verdict }: Judged,
  body: unknown,
  words: Words,
  headings: readonly string[] = [],
): ToolOutcome {
  const state = excerptOf(body, stateAt);
  const judged = judgedExcerptOf(body, stateAt);
  const grade = judgedExcerptOf(body, gradeAt);
  const known = isVerdict(verdict) ? verdict : verdictOn(judged, verdict);
  if (known) return { severity: known[0], status: statusOf(known, words), state, isTold: true, isDoubt: false };
  const hasOwn = judged !== undefined || grade !== undefined;
  const judgement = hasOwn
    ? judgeEvent({ ...(judged && { status: judged }), ...(grade && { severity: grade }) })
    : judgeEvent(body, headings);
  const { certainty } = judgement;
  return { ...spokenState(judgement, words), state, isTold: certainty !== 'none', isDoubt: certainty === 'doubt' };
}

function verdictOn(state: string | undefined, verdicts: ToolVerdicts = {}): ToolVerdict | undefined {
  const text = state?.toLowerCase() ?? '';
  return Object.entries(verdicts).find(([names]) => names.split('|').some((name) => fits(name, text)))?.[1];
}

function isVerdict(verdict: ToolVerdicts | undefined): verdict is ToolVerdict {
  return Array.isArray(verdict);
}

function statusOf([, status]: ToolVerdict, words: Words): string {
  return getOwn<string>(words.status, status) ?? getOwn<string>(toolWordsOf(words).status, status) ?? status;
}
