import type { RenderedContent } from '../domain/content.js';
import type { Format } from '../domain/format.js';
import type { GraphSetting } from '../domain/graph.js';
import { type Mentions, unionOf } from '../domain/mentions.js';
import type { Draft, Notification } from '../domain/notification.js';
import { DEFAULT_ROBOT } from '../domain/robot-name.js';
import { LANGUAGES, type Language, wordsOf } from '../text/words.js';
import { type CallContext, mentionsFor } from './call.js';
import { namesRecovery } from './names-recovery.js';
import type { GraphChoice, Routes, Rule } from './rule.js';
import { type SettledSeverity, settledAlarmsBefore, settleSeverity } from './settle-severity.js';
import { subjectOf } from './subject.js';
import { type Taken, takeRules } from './take-rules.js';
import { withWouldCall } from './would-call.js';

/** The rules, and the defaults for what neither a message nor a rule decides. */
export interface Routing {
  readonly routes: Routes;
  readonly format: Format;
  /** IANA zone of turns and quiet hours. */
  readonly timeZone: string;
  /** The people mentioned on 🔴. */
  readonly mentionOnAlarm: Mentions;
  /** The alarms whose pictures are wanted: none (default), those of rules that say so, or all but those of rules that say no. */
  readonly graph?: GraphSetting;
  /** The language in which a tool's own test says whom a real one would call. Default the first. */
  readonly language?: Language;
}

/** The notifications a draft becomes, or the rule that drops or mutes it. */
export interface Routed {
  /** One per robot. Empty only if a rule drops or mutes the draft. */
  readonly notifications: readonly Notification[];
  /** The first rule that decided. Absent if the defaults did. */
  readonly rule?: Rule;
  /** All rules that decided: more than one if the first says `continue`. */
  readonly rules: readonly Rule[];
  readonly severity: SettledSeverity;
  /** True if nothing is shown because the rules are muted: it is counted, and told when the mute ends. */
  readonly isMuted: boolean;
}

/** The message that one rule, or none, sends to one robot. */
interface Delivery {
  readonly robot: string;
  readonly mentions: Mentions;
  readonly format: Format | undefined;
  readonly graph: GraphChoice | undefined;
}

/** The result of a search of the rules. */
type Decided = Pick<Routed, 'rules' | 'isMuted'> & { readonly deliveries: readonly Delivery[] };

/**
 * Decides who receives a draft: as the message itself asks, else by the rules that take it, else by the defaults. A recovery goes
 * where its alarm went, and a tool's own test where a real alarm would go.
 * @param now decides who is on call and whether the hours are quiet, milliseconds since 1970.
 */
export function route(draft: Draft, routing: Routing, now: number): Routed {
  if (draft.kind === 'rendered' && draft.isTest) return routeTest(draft, routing, now);
  const severity = settleSeverity(draft, routing.routes.severity);
  const decide = severity.severity === 'recovery' ? decideRecovery : decideOpen;
  const { deliveries, rules, isMuted } = decide(draft, severity, routing, now);
  const { overrides, describedSeverity: _, plot, ...content } = draft;
  const notifications = [...merge(deliveries)].map(({ robot, mentions, format, graph }) => ({
    ...content,
    ...(plot && isGraphWanted(graph, routing) && { plot }),
    severity: severity.severity,
    robot,
    format: overrides.format ?? format ?? routing.format,
    mentions,
  }));
  const [rule] = rules;
  return { notifications, ...(rule && { rule }), rules, severity, isMuted };
}

/** The setting decides for all, or leaves it to the rules, or allows none. */
function isGraphWanted(choice: GraphChoice | undefined, { graph = 'off' }: Routing): boolean {
  return graph !== 'off' && (choice ?? (graph === 'on' ? 'on' : 'off')) === 'on';
}

/** Routes a tool's own test as a real 🔴 would be; it calls nobody, and says whom that would call. */
function routeTest(test: Draft & RenderedContent, routing: Routing, now: number): Routed {
  const { isTest: _, callsNobody: _doubt, severity, ...rest } = test;
  const routed = route({ ...rest, severity: 'critical' }, routing, now);
  const words = wordsOf(routing.language ?? LANGUAGES[0]);
  const notifications = routed.notifications.map((one) => withWouldCall({ ...one, severity }, words));
  return { ...routed, notifications, severity: { severity, by: 'event' } };
}

function decideOpen(draft: Draft, settled: SettledSeverity, routing: Routing, now: number): Decided {
  const taken = takeRules(routing.routes.rules, subjectOf(draft, settled.severity), { ...routing, now });
  const caller = { ...routing, now };
  const deliveries = sendersOf(taken, draft).flatMap((rule) => deliveriesOf(rule, draft, settled, caller));
  return { deliveries, ...decidersOf(taken) };
}

/** Returns the rules that send a draft, `undefined` for the defaults. A message that names its robot is not dropped. */
export function sendersOf({ rules, isByDefault, droppedBy }: Taken, draft: Draft): readonly (Rule | undefined)[] {
  if (droppedBy && draft.overrides.robot) return [droppedBy];
  return isByDefault ? [...rules, undefined] : rules;
}

function decidersOf({ rules, muted, droppedBy }: Taken): Pick<Decided, 'rules' | 'isMuted'> {
  const deciders = [...rules, ...muted, ...(droppedBy ? [droppedBy] : [])];
  return { rules: deciders, isMuted: rules.length === 0 && muted.length > 0 };
}

/** Returns the robots that a rule, or the defaults, send a draft to. */
export function robotsOf({ overrides }: Draft, rule: Rule | undefined): readonly string[] {
  if (overrides.robot) return [overrides.robot];
  return rule?.robots?.length ? rule.robots : [DEFAULT_ROBOT];
}

/**
 * A recovery reaches every robot that its alarm reached, and calls nobody. Rules that name recoveries decide the rest: whom to call
 * all the same, in which format, which robots besides, or to show none.
 */
function decideRecovery(draft: Draft, settled: SettledSeverity, routing: Routing, now: number): Decided {
  const moment = { ...routing, now };
  const { rules } = routing.routes;
  const before = settledAlarmsBefore(draft, routing.routes.severity).map((alarm) => takeRules(rules, alarm, moment));
  const own = takeRules(rules, subjectOf(draft, settled.severity), moment);
  const namesIt = (rule: Rule) => namesRecovery(rule, draft);
  if (own.droppedBy && namesIt(own.droppedBy) && !draft.overrides.robot) return { deliveries: [], ...decidersOf(own) };
  const sendersBefore = before.flatMap((taken) => sendersOf(taken, draft));
  const reached = sendersBefore.flatMap((rule) => deliveriesOf(rule, draft, settled, moment));
  const isMuted = reached.length === 0 && before.some(({ muted }) => muted.length > 0);
  const naming = isMuted ? [] : own.rules.filter(namesIt);
  const everyRobot = reached.map(({ robot }) => robot);
  const named = naming.flatMap((rule) =>
    deliveriesOf(rule, draft, settled, moment, rule.robots?.length ? robotsOf(draft, rule) : everyRobot),
  );
  const deciders = [...naming, ...before.flatMap((taken) => decidersOf(taken).rules)];
  return { deliveries: [...named, ...reached], rules: [...new Set(deciders)], isMuted };
}

/** Returns what a rule, or the defaults, send. */
function deliveriesOf(
  rule: Rule | undefined,
  draft: Draft,
  settled: SettledSeverity,
  caller: CallContext,
  robots: readonly string[] = robotsOf(draft, rule),
): readonly Delivery[] {
  const mentions = mentionsFor(draft, settled, rule, caller);
  return robots.map((robot) => ({ robot, mentions, format: rule?.format, graph: rule?.graph }));
}

/** Makes one delivery of those for one robot: everybody is called, and of formats and pictures the first that is said counts. */
function merge(deliveries: readonly Delivery[]): Iterable<Delivery> {
  const merged = new Map<string, Delivery>();
  for (const delivery of deliveries) {
    const known = merged.get(delivery.robot);
    merged.set(
      delivery.robot,
      known
        ? {
            ...known,
            mentions: unionOf([known.mentions, delivery.mentions]),
            format: known.format ?? delivery.format,
            graph: known.graph ?? delivery.graph,
          }
        : delivery,
    );
  }
  return merged.values();
}
