import type { Notification } from '../domain/notification.js';
import { type Severity, severityRank } from '../domain/severity.js';

/** The three colours of WeCom's markdown: green, grey and orange-red. */
export type MarkdownColour = 'info' | 'comment' | 'warning';

interface Appearance {
  readonly emoji: string;
  readonly colour: MarkdownColour;
}

/** The look of each severity, defined only here. A recovery is good news of any kind, so a success is one too. */
export const SEVERITY: Readonly<Record<Severity, Appearance>> = {
  critical: { emoji: '🔴', colour: 'warning' },
  error: { emoji: '🔴', colour: 'warning' },
  warning: { emoji: '🟠', colour: 'warning' },
  info: { emoji: '⚪', colour: 'comment' },
  recovery: { emoji: '🟢', colour: 'info' },
};

/** Sorts the most severe first. */
export function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return severityRank(a.severity) - severityRank(b.severity);
}

/** The parts of a notification that say how urgent it is. */
export type Urgency = Pick<Notification, 'severity' | 'origin'>;

/** Sorts the most severe first, and among equals composite alarms before what they are made of. */
export function byUrgency(a: Urgency, b: Urgency): number {
  return bySeverity(a, b) || Number(b.origin.isComposite ?? false) - Number(a.origin.isComposite ?? false);
}

/** Returns the most severe of them, or the first of several that are equally severe. */
export function worstOf<T extends { readonly severity: Severity }>(all: readonly T[]): T | undefined {
  return [...all].sort(bySeverity)[0];
}

/** Returns the most urgent of them, or the first of several that are equally urgent. */
export function mostUrgentOf<T extends Urgency>(all: readonly T[]): T | undefined {
  return [...all].sort(byUrgency)[0];
}
