import type { Format, Mentions, Severity } from '../domain/notification.js';

/** The checks of a rule. A list matches if one of its values does; a rule matches if all its lists do. */
export interface Match {
  /** The source: `sns`, `eventbridge`, `alarm`, `http`, `invoke`, `sqs`. */
  readonly source?: readonly string[];
  readonly renderer?: readonly string[];
  readonly severity?: readonly Severity[];
  /** AWS's own word: `ALARM`, `FAILED`. Case does not matter. */
  readonly state?: readonly string[];
  readonly account?: readonly string[];
  readonly region?: readonly string[];
  /** Globs: `*` stands for any characters, `?` for one. */
  readonly alarmName?: readonly string[];
  /** Globs over the name of the SNS topic. */
  readonly topic?: readonly string[];
  /** Globs over the values of Alertmanager's or Grafana's labels. All named labels must match. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** Hours without mentions, from `from` up to `to`, minutes after midnight. If `to` is smaller, they run over midnight. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
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
  /** IANA name. Default the deployment's. */
  readonly timeZone?: string;
}

/** One rule of routes.yml. The first that matches decides. */
export interface Rule {
  readonly name: string;
  readonly match: Match;
  /** The robots it goes to, one message each. Default: the robot `default`. */
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

/** The rules that apply without a routes.yml. */
export const NO_ROUTES: Routes = { rules: [], accounts: {} };
