import { getOwn } from '../base/json.js';
import { isNobody, type Mentions, NOBODY, unionOf } from '../domain/mentions.js';
import { isNumber } from '../domain/mobile.js';
import type { Draft } from '../domain/notification.js';
import type { Severity } from '../domain/severity.js';
import { isRed } from '../domain/severity.js';
import { namesRecovery } from './names-recovery.js';
import { onCallAt } from './on-call.js';
import { quietAt } from './quiet-hours.js';
import type { Call, Quiet, Routes, Rule } from './rule.js';
import type { SettledSeverity } from './settle-severity.js';

/** The settings that decide who is called, besides the rule. */
export interface CallContext {
  readonly routes: Routes;
  /** IANA zone of turns and quiet hours that name none. */
  readonly timeZone: string;
  /** The people mentioned on 🔴. */
  readonly mentionOnAlarm: Mentions;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Returns the people that a rule, or no rule, calls for a draft.
 * @param besides called too: the steps of a reminder.
 */
export function mentionsFor(
  draft: Draft,
  settled: SettledSeverity,
  rule: Rule | undefined,
  caller: CallContext,
  besides: readonly Call[] = [],
): Mentions {
  const own =
    draft.overrides.mentions ??
    doubtOf(draft, settled) ??
    (rule && mentionsOf(rule, draft, settled.severity, caller)) ??
    byDefault(draft, settled.severity, caller.mentionOnAlarm);
  const called = unionOf([own, ...besides.map((call) => peopleOf(call, caller))]);
  const quiet = quietFor(rule, settled.severity, caller);
  if (quiet === undefined || isNobody(called)) return called;
  return quiet.call ? peopleOf(quiet.call, caller) : NOBODY;
}

/** Returns the quiet hours that hold back the calls of a rule, if it is in any that do not let the severity through. */
export function quietFor(
  rule: Rule | undefined,
  severity: Severity,
  { now, timeZone, routes }: Pick<CallContext, 'now' | 'timeZone' | 'routes'>,
): Quiet | undefined {
  const quiet = quietAt(rule?.quiet, now, timeZone, routes);
  return quiet?.except?.includes(severity) ? undefined : quiet;
}

/** Mentions no one if words only left a doubt, unless somebody stated how bad it is. */
function doubtOf(draft: Draft, { by }: SettledSeverity): Mentions | undefined {
  const isStated = by !== 'event' && by !== 'name';
  return draft.kind !== 'native' && draft.callsNobody && !isStated ? NOBODY : undefined;
}

/** Returns the rule's mentions; `undefined` if it has none. A recovery mentions people only if the rule names it. */
function mentionsOf(rule: Rule, draft: Draft, severity: Severity, caller: CallContext): Mentions | undefined {
  if (!rule.mentions && !rule.rotate && !rule.rota) return undefined;
  if (severity === 'recovery' && !namesRecovery(rule, draft)) return NOBODY;
  const { rotate, rota = [], mentions = NOBODY } = rule;
  const own = rotate ? onCallAt(rotate, caller.now, caller.timeZone) : [];
  return withPeople(peopleOf({ ...mentions, rotas: rota }, caller), own);
}

/** Returns the people of a call, those on call included. */
function peopleOf({ rotas = [], ...mentions }: Call, { routes, now, timeZone }: CallContext): Mentions {
  const onCall = rotas.flatMap((name) => {
    const rota = getOwn(routes.rotas ?? {}, name);
    return rota ? onCallAt(rota, now, timeZone) : [];
  });
  return withPeople(mentions, onCall);
}

/** Adds people by name or mobile. */
function withPeople(mentions: Mentions, added: readonly string[]): Mentions {
  if (added.length === 0) return mentions;
  const more = { ...NOBODY, mobiles: added.filter(isNumber), people: added.filter((one) => !isNumber(one)) };
  return unionOf([mentions, more]);
}

/**
 * Returns the default mentions. Only AWS's own events mention people by themselves: a caller names them in the message.
 */
function byDefault(draft: Draft, severity: Severity, mentionOnAlarm: Mentions): Mentions {
  return draft.kind === 'rendered' && isRed(severity) ? mentionOnAlarm : NOBODY;
}
