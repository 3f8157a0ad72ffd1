import type { Mentions } from '../domain/mentions.js';
import type { Draft } from '../domain/notification.js';
import type { Severity } from '../domain/severity.js';
import { mentionsFor, quietFor } from './call.js';
import { type Routing, robotsOf, sendersOf } from './route.js';
import type { Call, Remind } from './rule.js';
import { settleSeverity } from './settle-severity.js';
import { subjectOf } from './subject.js';
import { takeRules } from './take-rules.js';

const HOUR_MS = 3_600_000;
/** Without a rule that says more, the worst is told once more: a call that was slept through is repeated. */
const BY_DEFAULT: readonly Remind[] = [{ afterMs: HOUR_MS }];

/** The reminders of an alarm, by one rule or by the defaults. */
export interface Reminders {
  /** Name of the rule. Absent for the defaults. */
  readonly rule?: string;
  readonly robots: readonly string[];
  readonly severity: Severity;
  readonly steps: readonly Remind[];
  /** True if quiet hours hold back its calls. */
  readonly isQuiet: boolean;
  /** Returns those called at a step: as its alarm would call now, with the steps up to it. Before the first it is -1. Quiet hours count. */
  callAt(step: number): Mentions;
}

/**
 * Returns the reminders of what is in ALARM, one entry for each rule that sends it. What a rule drops or mutes has none.
 * @param now decides who is on call and whether the hours are quiet, milliseconds since 1970.
 */
export function remindersFor(draft: Draft, routing: Routing, now: number): readonly Reminders[] {
  const settled = settleSeverity(draft, routing.routes.severity);
  const moment = { ...routing, now };
  const taken = takeRules(routing.routes.rules, subjectOf(draft, settled.severity), moment);
  return sendersOf(taken, draft).map((rule) => {
    const steps = rule?.remind ?? (settled.severity === 'critical' ? BY_DEFAULT : []);
    const callsUpTo = (step: number): readonly Call[] => steps.slice(0, step + 1).flatMap(({ call }) => call ?? []);
    return {
      ...(rule && { rule: rule.name }),
      robots: robotsOf(draft, rule),
      severity: settled.severity,
      steps,
      isQuiet: quietFor(rule, settled.severity, moment) !== undefined,
      callAt: (step) => mentionsFor(draft, settled, rule, moment, callsUpTo(step)),
    };
  });
}
