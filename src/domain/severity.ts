/** Every severity, the most severe first. */
export const SEVERITIES = ['critical', 'error', 'warning', 'info', 'recovery'] as const;

/** The severity of a notification. One table (`text/severity.ts`) gives each its emoji, colour and word. */
export type Severity = (typeof SEVERITIES)[number];

/** Returns the rank of a severity: 0 is the most severe. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
