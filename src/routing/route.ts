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

/** Rules, and the defaults for what neither a message nor a rule says. */
export interface Routing {
  readonly routes: Routes;
  readonly format: Format;
  /** IANA zone of turns and quiet hours. */
  readonly timeZone: string;
  /** Who is pinged on 🔴. */
  readonly mentionOnAlarm: Mentions;
}

/** Whom a draft is for, or why it is not shown. */
export interface Routed {
  /** One per robot; none only where a rule drops the draft. */
  readonly notifications: readonly Notification[];
  /** The rule that decided; absent where the defaults did. */
  readonly rule?: Rule;
}

/**
 * Decides whom a draft is for: what the message itself asks for, else the first rule that matches, else the defaults.
 * @param now decides who is on call and which hours are quiet, milliseconds since 1970.
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

/** Returns the mentions of a rule; `undefined` if it says nothing. A recovery wakes somebody only if the rule names recoveries. */
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

/** Only what AWS tells us pings by itself: a caller says in the message whom it wants. */
function byDefault(draft: Draft, severity: Draft['severity'], mentionOnAlarm: Mentions): Mentions {
  return draft.kind === 'rendered' && isRed(severity) ? mentionOnAlarm : NOBODY;
}
