import type { Draft } from '../domain/notification.js';
import { matchRule } from './match-rule.js';
import type { Checks, Match, Routes } from './rule.js';
import { isAlarm, subjectOf } from './subject.js';

/** The checks whose answer tags may change, and those of the alarm that a recovery came after. */
const OPEN: ReadonlySet<keyof Checks> = new Set(['tags', 'severity', 'state', 'text']);

/** Returns true if a rule, or an entry of the list `severity`, looks at tags. */
export function usesTags({ rules, severity = [] }: Pick<Routes, 'rules' | 'severity'>): boolean {
  return [...rules, ...severity].some(({ match }) => looksAtTags(match));
}

/** Returns true for an alarm whose event has no tags, if they decide whether a rule takes it or how bad it is. */
export function wantsTags(draft: Draft, { rules, severity = [] }: Pick<Routes, 'rules' | 'severity'>): boolean {
  if (!isAlarm(draft) || draft.origin.facts?.tags !== undefined) return false;
  const subject = { ...subjectOf(draft, draft.severity), unknown: OPEN };
  return [...rules, ...severity].some((rule) => looksAtTags(rule.match) && matchRule(rule, subject) !== 'no');
}

function looksAtTags({ tags, not }: Match): boolean {
  return tags !== undefined || not?.tags !== undefined;
}
