import type { Format, Mentions, Severity } from '../domain/notification.js';

/** What a rule looks at. A list matches where one of its values does; a rule matches where all of its lists do. */
export interface Match {
  /** The road: `sns`, `eventbridge`, `alarm`, `http`, `invoke`, `sqs`. */
  readonly source?: readonly string[];
  readonly renderer?: readonly string[];
  readonly severity?: readonly Severity[];
  /** AWS's own word: `ALARM`, `FAILED`. Case does not matter. */
  readonly state?: readonly string[];
  readonly account?: readonly string[];
  readonly region?: readonly string[];
  /** Globs: `*` any characters, `?` one. */
  readonly alarmName?: readonly string[];
  /** Globs over the SNS topic's name. */
  readonly topic?: readonly string[];
  /** Globs over the values of Alertmanager's or Grafana's labels; all named labels must match. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** Hours in which nobody is mentioned. From `from` up to `to`, minutes after midnight; over midnight if `to` is smaller. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** Who is on call, taking turns. */
export interface Rotate {
  /** Names of the secret's people, or mobiles. */
  readonly people: readonly string[];
  readonly every: 'day' | 'week';
  /** The first one's first day, days since 1970-01-01. */
  readonly startDay: number;
  /** When the next one takes over, minutes after midnight. */
  readonly handOver: number;
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** One rule of routes.yml. The first that matches decides. */
export interface Rule {
  readonly name: string;
  readonly match: Match;
  /** Where it goes: one message each. Default the robot `default`. */
  readonly robots?: readonly string[];
  readonly mentions?: Mentions;
  readonly rotate?: Rotate;
  readonly quiet?: Quiet;
  readonly format?: Format;
  readonly drop?: true;
}

/** routes.yml, checked and compiled. */
export interface Routes {
  readonly rules: readonly Rule[];
  /** Names of accounts by id. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** What applies without a routes.yml. */
export const NO_ROUTES: Routes = { rules: [], accounts: {} };
