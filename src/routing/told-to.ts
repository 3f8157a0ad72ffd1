import type { Draft } from '../domain/notification.js';
import type { Severity } from '../domain/severity.js';
import { type Routing, robotsOf, sendersOf } from './route.js';
import type { Rule } from './rule.js';
import { settleSeverity } from './settle-severity.js';
import { subjectOf } from './subject.js';
import { takeRules } from './take-rules.js';

/** The recipients of an alarm by one rule, or by the defaults. */
export interface ToldTo {
  readonly robots: readonly string[];
  readonly severity: Severity;
  /** The rule whose mute keeps it from being told now. */
  readonly mutedBy?: Rule;
}

/**
 * Returns the robots that hear of what is in ALARM, and those that a mute keeps from it. What a rule drops has none.
 * @param now decides which mutes are over, milliseconds since 1970.
 */
export function toldTo(draft: Draft, routing: Routing, now: number): readonly ToldTo[] {
  const { severity } = settleSeverity(draft, routing.routes.severity);
  const taken = takeRules(routing.routes.rules, subjectOf(draft, severity), { ...routing, now });
  return [
    ...sendersOf(taken, draft).map((rule): ToldTo => ({ robots: robotsOf(draft, rule), severity })),
    ...taken.muted.map((rule): ToldTo => ({ robots: robotsOf(draft, rule), severity, mutedBy: rule })),
  ];
}
