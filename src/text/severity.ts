import type { Severity } from '../domain/notification.js';

/** The three colours WeCom's markdown knows: green, grey, orange-red. */
export type MarkdownColour = 'info' | 'comment' | 'warning';

interface Appearance {
  readonly emoji: string;
  readonly colour: MarkdownColour;
  /** 0 is the most severe. */
  readonly rank: number;
}

/** How each severity looks: the only place that says so. A recovery is good news of any kind, so a success is one too. */
export const SEVERITY: Readonly<Record<Severity, Appearance>> = {
  critical: { emoji: '🔴', colour: 'warning', rank: 0 },
  error: { emoji: '🔴', colour: 'warning', rank: 1 },
  warning: { emoji: '🟠', colour: 'warning', rank: 2 },
  info: { emoji: '⚪', colour: 'comment', rank: 3 },
  recovery: { emoji: '🟢', colour: 'info', rank: 4 },
};

/** Whether `MENTION_ON_ALARM` applies: the severities shown as 🔴. */
export function isRed(severity: Severity): boolean {
  return SEVERITY[severity].rank <= SEVERITY.error.rank;
}

/** Sorts the most severe first. */
export function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return SEVERITY[a.severity].rank - SEVERITY[b.severity].rank;
}

/** The most severe of them, the first of several alike. */
export function worstOf<T extends { readonly severity: Severity }>(all: readonly T[]): T | undefined {
  return [...all].sort(bySeverity)[0];
}
