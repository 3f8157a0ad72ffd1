import type { Format } from '../domain/format.js';
import type { Mentions } from '../domain/mentions.js';
import type { Severity } from '../domain/severity.js';

/** Texts of which one must match. */
type OneOf = readonly string[];
/** Lists by name, of which all must match. */
type AllOf = Readonly<Record<string, OneOf>>;

/** The checks of a rule. A list matches if one of its values does. */
export interface Checks {
  /** The source: `sns`, `eventbridge`, `alarm`, `http`, `invoke`, `sqs`. */
  readonly source?: OneOf;
  readonly renderer?: OneOf;
  /** Its events, and alarms on its metrics: `rds`. See `services.ts`. */
  readonly service?: OneOf;
  /** The severity as settled (see `settle-severity.ts`). */
  readonly severity?: readonly Severity[];
  /** AWS's own word: `ALARM`, `FAILED`. Case does not matter. */
  readonly state?: OneOf;
  readonly account?: OneOf;
  readonly region?: OneOf;
  /** Globs, as everything below: `*` stands for any characters, `?` for one. */
  readonly alarmName?: OneOf;
  /** Over the namespaces of an alarm's metrics. */
  readonly namespace?: OneOf;
  readonly dimensions?: AllOf;
  readonly title?: OneOf;
  readonly findingType?: OneOf;
  /** Over ARNs and names. */
  readonly resource?: OneOf;
  readonly tags?: AllOf;
  /** Over the name of the SNS topic. */
  readonly topic?: OneOf;
  /** Over the values of Alertmanager's or Grafana's labels. */
  readonly labels?: AllOf;
  /** Found anywhere in the message. */
  readonly text?: OneOf;
}

/** A rule matches if all its checks do, and not one of those under `not`. */
export interface Match extends Checks {
  readonly not?: Checks;
}

/** The people whom a rule or quiet hours call. */
export interface Call extends Mentions {
  /** Names of rotas. */
  readonly rotas?: readonly string[];
}

/** A day of the week, or the days that people work or do not: holidays and swapped days count. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'weekday', 'weekend'] as const;

/** A day of the week, as rules name it. */
export type Day = (typeof DAYS)[number];

/** Hours without mentions, from `from` up to `to`, minutes after midnight. If `to` is smaller, they run over midnight. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
  /** The days on which they begin. Default every day. */
  readonly days?: readonly Day[];
  /** Severities that call people all the same. */
  readonly except?: readonly Severity[];
  /** Called instead. Default no one. */
  readonly call?: Call;
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** A change of a rota, from `from` up to `to`, wall-clock minutes since 1970-01-01 in the rota's zone. */
export interface RotaOverride {
  readonly from: number;
  readonly to: number;
  readonly who: readonly string[];
}

/** An on-call rota. */
export interface Rotate {
  /** Names of the secret's people, or mobiles. */
  readonly people: readonly string[];
  readonly every: 'day' | 'week';
  /** The first day of the first person's turn, days since 1970-01-01. */
  readonly startDay: number;
  /** The time of the hand-over, minutes after midnight. */
  readonly handOver: number;
  /** The first that holds decides. */
  readonly overrides?: readonly RotaOverride[];
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** A rule shows nothing until then. */
export interface Mute {
  /** Wall-clock minutes since 1970-01-01. */
  readonly until: number;
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** One step of telling again what stays in ALARM, counted from its first ALARM. A later step calls besides those before it. */
export type Remind =
  /** Once, after so long. */
  | { readonly afterMs: number; readonly call?: Call }
  /** Again and again, counted from the step before it, up to `untilMs` (default a day) after the first ALARM. */
  | { readonly everyMs: number; readonly untilMs?: number; readonly call?: Call };

/** The two words for a rule's picture. */
export const GRAPH_CHOICES = ['on', 'off'] as const;

/** A value of `graph` in a rule. */
export type GraphChoice = (typeof GRAPH_CHOICES)[number];

/** One rule of routes.yml. The first that matches decides, unless it says `continue`. */
export interface Rule {
  readonly name: string;
  readonly match: Match;
  /** The robots it goes to, one message each. Default: the robot `default`. */
  readonly robots?: readonly string[];
  readonly mentions?: Mentions;
  readonly rotate?: Rotate;
  /** Names of rotas whose people on call are mentioned. */
  readonly rota?: readonly string[];
  /** The first hours that it is decide. One alone is what earlier versions compiled. */
  readonly quiet?: Quiet | readonly Quiet[];
  readonly format?: Format;
  readonly drop?: true;
  readonly mute?: Mute;
  /** An empty list switches them off. Default: critical ones once, after an hour. */
  readonly remind?: readonly Remind[];
  /** Says if the metric's picture follows a lone alarm. Default: as the deployment has it. */
  readonly graph?: GraphChoice;
  /** Later rules may add deliveries of their own. */
  readonly continue?: true;
}

/** One entry of the list `severity`. */
export interface SeverityRule {
  readonly name: string;
  /** Its `severity` is the one without the list. */
  readonly match: Match;
  readonly is: Severity;
  /** Beats every other statement. */
  readonly force?: true;
}

/** A message at a time of day that says how things stand. */
export interface Summary {
  /** Minutes after midnight. */
  readonly at: number;
  /** The days on which it is told. Default every day. */
  readonly days?: readonly Day[];
  /** The robots that it goes to, each what its rules send there. Default: the robot `default`. */
  readonly robots?: readonly string[];
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** Days since 1970-01-01, both included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** routes.yml, checked and compiled. */
export interface Routes {
  readonly rules: readonly Rule[];
  /** Names of accounts by id. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly severity?: readonly SeverityRule[];
  readonly rotas?: Readonly<Record<string, Rotate>>;
  /** Days on which people do not work, whatever day of the week it is. */
  readonly holidays?: readonly DayRange[];
  /** Days of a weekend on which people work. */
  readonly workdays?: readonly DayRange[];
  readonly summary?: readonly Summary[];
}

/** The rules that apply without a routes.yml. */
export const NO_ROUTES: Routes = { rules: [], accounts: {} };
