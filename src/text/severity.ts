import { SEVERITIES, type Severity } from '../domain/notification.js';

/** The three colours WeCom's markdown knows: green, grey, orange-red. */
export type MarkdownColour = 'info' | 'comment' | 'warning';

interface Appearance {
  readonly emoji: string;
  readonly colour: MarkdownColour;
}

/** How each severity looks: the only place that says so. A recovery is good news of any kind, so a success is one too. */
export const SEVERITY: Readonly<Record<Severity, Appearance>> = {
  critical: { emoji: '🔴', colour: 'warning' },
  error: { emoji: '🔴', colour: 'warning' },
  warning: { emoji: '🟠', colour: 'warning' },
  info: { emoji: '⚪', colour: 'comment' },
  recovery: { emoji: '🟢', colour: 'info' },
};

/** Whether `MENTION_ON_ALARM` applies: the severities shown as 🔴. */
export function isRed(severity: Severity): boolean {
  return rankOf(severity) <= rankOf('error');
}

/** Sorts the most severe first. */
export function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return rankOf(a.severity) - rankOf(b.severity);
}

/** The most severe of them, the first of several alike. */
export function worstOf<T extends { readonly severity: Severity }>(all: readonly T[]): T | undefined {
  return [...all].sort(bySeverity)[0];
}

/** 0 is the most severe. */
function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
