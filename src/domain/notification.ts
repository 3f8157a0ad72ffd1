import type { Content } from './content.js';
import type { Format } from './format.js';
import type { Graph, Plot, Unplotted } from './graph.js';
import type { Mentions } from './mentions.js';
import type { SourceName } from './origin.js';
import type { Severity } from './severity.js';

/** The wishes stated in the message itself, which override every rule. */
export interface Overrides {
  /** A robot's *name* in the secret, never its key. */
  readonly robot?: string;
  readonly mentions?: Mentions;
  readonly format?: Format;
  /** Stated in the message or in an SNS attribute: stronger than every other statement. */
  readonly severity?: Severity;
}

/** The content and overrides that a source read, before routing has chosen the recipient. */
export type Draft = Content & {
  readonly overrides: Overrides;
  /** The severity in the last line of an alarm's description. It grades the alarm, never its recovery. */
  readonly describedSeverity?: Severity;
  /** The measurement that its graph would show, or the reason why it has none. */
  readonly plot?: Plot | Unplotted;
};

/** The recipient and format that routing adds. */
export interface Addressing {
  /** The robot's name in the secret. */
  readonly robot: string;
  readonly mentions: Mentions;
  readonly format: Format;
  /** The delay until it is shown, in milliseconds. Set only if it is worth mentioning. */
  readonly delayMs?: number;
  /** Set if the group may have seen it before, because an earlier attempt was not confirmed. */
  readonly mayBeRepeat?: boolean;
  /** Set if it stands for all changes of an alarm that flaps: its ALARMs within half an hour, and whether it calls people. */
  readonly flaps?: { readonly count: number; readonly calls: boolean };
  /** The number of this part of a long text, counted from 1. */
  readonly part?: { readonly number: number; readonly of: number };
  /** The measurement behind the graph that is wanted, until that is made. Not queued. */
  readonly plot?: Plot | Unplotted;
  /** A picture that may follow it, if nothing else waits then. */
  readonly graph?: Graph;
  /** Set if it is dropped rather than shown late, twice, or before something else that waits. */
  readonly isOptional?: true;
}

/** One message for one robot: the one domain type between AWS and WeCom. */
export type Notification = Content & Addressing;

/** Identifies a message among all: one occurrence, one part of it, one robot. A repeat is dropped. */
export function identityOf({ id, part, robot }: Notification): string {
  return JSON.stringify([id, part?.number ?? 1, robot]);
}

/** An event that is not shown by design: Health's backup copies, muted and suppressed alarms, a rule's `drop`. */
export interface Skipped {
  readonly id: string;
  readonly source: SourceName;
  readonly renderer: string;
  /** The reason, in English, for the log and for `preview`. */
  readonly skipped: string;
}
