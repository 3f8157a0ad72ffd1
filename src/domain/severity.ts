/** Every severity, the most severe first. */
export const SEVERITIES = ['critical', 'error', 'warning', 'info', 'recovery'] as const;

/** The severity of a notification. One table (`text/severity.ts`) gives each its emoji, colour and word. */
export type Severity = (typeof SEVERITIES)[number];

/** Returns the rank of a severity: 0 is the most severe. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Returns true if `MENTION_ON_ALARM` applies to a severity: those shown as 🔴. */
export function isRed(severity: Severity): boolean {
  return severityRank(severity) <= severityRank('error');
}

/** Returns true for bad news: a warning and what is worse. */
export function isBadNews(severity: Severity): boolean {
  return severityRank(severity) <= severityRank('warning');
}
