import {
  DEFAULT_ROBOT,
  type Draft,
  type Format,
  type Mentions,
  NOBODY,
  type Notification,
} from '../domain/notification.js';
import { isRed } from '../text/severity.js';
import { matchesRule } from './match-rule.js';
import { isQuiet, onCallAt } from './on-call.js';
import type { Routes, Rule } from './rule.js';

/** The rules, and the defaults for what neither a message nor a rule decides. */
export interface Routing {
  readonly routes: Routes;
  readonly format: Format;
  /** IANA zone of turns and quiet hours. */
  readonly timeZone: string;
  /** The people mentioned on 🔴. */
  readonly mentionOnAlarm: Mentions;
}

/** The notifications a draft becomes, or the rule that drops it. */
export interface Routed {
  /** One per robot. Empty only if a rule drops the draft. */
  readonly notifications: readonly Notification[];
  /** The rule that decided. Absent if the defaults did. */
  readonly rule?: Rule;
}

/**
 * Decides who receives a draft: as the message itself asks, else by the first rule that matches, else by the defaults.
 * @param now decides who is on call and whether the hours are quiet, milliseconds since 1970.
 */
export function route(draft: Draft, routing: Routing, now: number): Routed {
  const { routes, format, timeZone, mentionOnAlarm } = routing;
  const { overrides, ...content } = draft;
  const rule = routes.rules.find((one) => matchesRule(one, draft));
  const severity = overrides.severity ?? content.severity;
  if (rule?.drop && !overrides.robot) return { notifications: [], rule };
  const robots = overrides.robot ? [overrides.robot] : rule?.robots?.length ? rule.robots : [DEFAULT_ROBOT];
  const mentions =
    overrides.mentions ??
    doubtOf(draft, overrides.severity) ??
    (rule && mentionsOf(rule, severity === 'recovery', now, timeZone)) ??
    byDefault(draft, severity, mentionOnAlarm);
  const quiet = rule?.quiet !== undefined && isQuiet(rule.quiet, now, timeZone);
  const notifications = [...new Set(robots)].map((robot) => ({
    ...content,
    severity,
    robot,
    format: overrides.format ?? rule?.format ?? format,
    mentions: quiet ? NOBODY : mentions,
  }));
  return { notifications, ...(rule && { rule }) };
}

/** Mentions no one if words only left a doubt, unless the sender stated how bad it is. */
function doubtOf(draft: Draft, statedSeverity: Draft['severity'] | undefined): Mentions | undefined {
  return draft.kind === 'rendered' && draft.callsNobody && statedSeverity === undefined ? NOBODY : undefined;
}

/** Returns the rule's mentions; `undefined` if it has none. A recovery mentions people only if the rule names it. */
function mentionsOf(rule: Rule, isRecovery: boolean, now: number, timeZone: string): Mentions | undefined {
  if (!rule.mentions && !rule.rotate) return undefined;
  if (isRecovery && !rule.match.severity?.includes('recovery')) return NOBODY;
  const base = rule.mentions ?? NOBODY;
  const onCall = rule.rotate && onCallAt(rule.rotate, now, timeZone);
  if (!onCall) return base;
  return /^\+?\d+$/.test(onCall)
    ? { ...base, mobiles: [...new Set([...base.mobiles, onCall])] }
    : { ...base, people: [...new Set([...base.people, onCall])] };
}

/**
 * Returns the default mentions. Only AWS's own events mention people by themselves: a caller names them in the message.
 */
function byDefault(draft: Draft, severity: Draft['severity'], mentionOnAlarm: Mentions): Mentions {
  return draft.kind === 'rendered' && isRed(severity) ? mentionOnAlarm : NOBODY;
}
