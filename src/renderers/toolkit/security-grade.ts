import type { Severity } from '../../domain/notification.js';
import type { Words } from '../../text/words.js';
import type { EventState } from './event-state.js';

/** The severity of a security finding. Every AWS security service grades in these words. */
export type Grade = keyof Words['security']['grade'];

const GRADES: readonly (readonly [stem: RegExp, grade: Grade])[] = [
  [/^(critical|fatal)/i, 'critical'],
  [/^high/i, 'high'],
  [/^medium/i, 'medium'],
  [/^low/i, 'low'],
  [/^info/i, 'informational'],
];

const SEVERITIES: Readonly<Record<Grade, Severity>> = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
  informational: 'info',
};

/** Reads a grade in AWS's word (`HIGH`, `Informational`, OCSF's `Fatal`); `undefined` for any other. */
export function gradeOf(text: string | undefined): Grade | undefined {
  return GRADES.find(([stem]) => stem.test(text ?? ''))?.[1];
}

/** A finding that is open: as bad as its grade. One without a grade is a warning until somebody looks. */
export function openFinding(grade: Grade | undefined, words: Words): EventState {
  if (grade === undefined) return { severity: 'warning', status: words.status.warning };
  return { severity: SEVERITIES[grade], status: words.security.grade[grade] };
}

/** Returns the state of a finding that no longer needs attention. */
export function closedFinding(how: 'archived' | 'resolved' | 'suppressed', words: Words): EventState {
  return { severity: how === 'resolved' ? 'recovery' : 'info', status: words.status[how] };
}
