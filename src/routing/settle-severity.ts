import type { Draft } from '../domain/notification.js';
import type { Severity } from '../domain/severity.js';
import { severityInName } from '../verdict/grade-in-name.js';
import { severityOfWord } from '../verdict/severity-of-word.js';
import { matchRule } from './match-rule.js';
import type { SeverityRule } from './rule.js';
import { alarmsBefore, isAlarm, isInAlarm, isItself, type Subject, subjectOf } from './subject.js';

/** The statement that decided a severity. */
export type SeverityOrigin = 'forced rule' | 'message' | 'description' | 'tag' | 'rule' | 'name' | 'event';

/** A severity, and what decided it. */
export interface SettledSeverity {
  readonly severity: Severity;
  readonly by: SeverityOrigin;
  /** Name of the entry of the list `severity`, if one decided. */
  readonly rule?: string;
}

/** Keys of a tag that states a severity, in small letters, the strongest first. */
const TAG_KEYS = ['wecom:severity', 'severity'];

/** Statements about one alarm, the strongest first. They hold while it is in alarm. */
const STATEMENTS: readonly (readonly [SeverityOrigin, (draft: Draft) => Severity | undefined])[] = [
  ['description', ({ describedSeverity }) => describedSeverity],
  ['tag', severityInTags],
];

/** Settles how bad it is, before any rule of routing looks at it. */
export function settleSeverity(draft: Draft, list: readonly SeverityRule[] = []): SettledSeverity {
  const [settled] = settle(subjectOf(draft, draft.severity), list);
  return settled ?? { severity: draft.severity, by: 'event' };
}

/**
 * Returns the alarms that a recovery may have been before, under every severity that they may have had. Without a rule that looks
 * at what a recovery no longer has, a CloudWatch alarm is one.
 */
export function settledAlarmsBefore(draft: Draft, list: readonly SeverityRule[] = []): readonly Subject[] {
  const subjects = alarmsBefore(draft).flatMap((subject) =>
    settle(subject, list).map(({ severity }) => ({ ...subject, severity })),
  );
  return [...new Map(subjects.map((subject) => [`${subject.state} ${subject.severity}`, subject])).values()];
}

/** Returns the severities that are possible: one, unless it depends on what is unknown. */
function settle(subject: Subject, list: readonly SeverityRule[]): readonly SettledSeverity[] {
  const plain = withoutList(subject);
  if (list.length === 0 || plain.severity === 'recovery') return [plain];
  const judged = { ...subject, severity: plain.severity };
  const forced = listed(judged, list, 'forced rule');
  if (forced.isSure) return forced.settled;
  const isStated = plain.by !== 'name' && plain.by !== 'event';
  const others = isStated ? { settled: [], isSure: false } : listed(judged, list, 'rule');
  return [...forced.settled, ...others.settled, ...(others.isSure ? [] : [plain])];
}

/** Returns the severity by everything but the list. */
function withoutList(subject: Subject): SettledSeverity {
  const { draft } = subject;
  // A recovery's own statement says nothing of the alarm before it.
  if (draft.overrides.severity && isItself(subject)) return { severity: draft.overrides.severity, by: 'message' };
  if (isInAlarm(subject)) {
    const named = severityInName(draft.origin.alarmName ?? '');
    for (const [by, read] of STATEMENTS) {
      const severity = read(draft);
      if (severity) return { severity, by };
    }
    if (named) return { severity: named, by: 'name' };
  }
  return { severity: subject.severity, by: 'event' };
}

interface Listed {
  readonly settled: readonly SettledSeverity[];
  /** True if one entry applies for sure. */
  readonly isSure: boolean;
}

/** Returns the severity of the first entry that applies, and before it those of all that may. */
function listed(subject: Subject, list: readonly SeverityRule[], by: 'forced rule' | 'rule'): Listed {
  const settled: SettledSeverity[] = [];
  for (const entry of list) {
    if ((entry.force === true) !== (by === 'forced rule') || !mayGrade(entry, subject)) continue;
    const answer = matchRule(entry, subject);
    if (answer === 'no') continue;
    settled.push({ severity: entry.is, by, rule: entry.name });
    if (answer === 'yes') return { settled, isSure: true };
  }
  return { settled, isSure: false };
}

/** An alarm without data is not as bad as the alarm: only an entry that names the state grades it. */
function mayGrade({ match }: SeverityRule, subject: Subject): boolean {
  return !isAlarm(subject.draft) || isInAlarm(subject) || match.state !== undefined;
}

function severityInTags({ origin }: Draft): Severity | undefined {
  const tags = Object.entries(origin.facts?.tags ?? {});
  for (const key of TAG_KEYS) {
    const value = tags.find(([name]) => name.toLowerCase() === key)?.[1];
    const severity = value === undefined ? undefined : severityOfWord(value);
    if (severity) return severity;
  }
  return undefined;
}
