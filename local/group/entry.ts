import type { JsonObject } from '../../src/base/json.js';
import type { Format } from '../../src/domain/format.js';
import type { Mentions } from '../../src/domain/mentions.js';
import type { Severity } from '../../src/domain/severity.js';
import type { Language } from '../../src/text/words.js';
import type { ShownMentions, ShownMessage } from '../wecom/shown-message.js';

/** The speeds at which time can pass on the page. */
export const SPEEDS = [1, 10] as const;

/** A speed of the group's time. */
export type Speed = (typeof SPEEDS)[number];

/** The settings that the page can choose for the messages to come. */
export interface GroupSettings {
  readonly language: Language;
  readonly format: Format;
  /** True if the picture of its metric follows an alarm that comes alone. Default: as the team's settings say. */
  readonly graph?: boolean;
  /** Another speed starts the group anew: time never goes back. */
  readonly speed: Speed;
}

/** The way an event reached the page. */
export type Via = 'sample' | 'paste' | 'http' | 'storm' | 'staying' | 'flapping';

/** One notification that the function reads in an event: one per robot and part, as they are queued. */
export interface ReadNotification {
  readonly id: string;
  readonly renderer: string;
  readonly source: string;
  readonly severity: Severity;
  readonly title: string;
  readonly status: string;
  readonly where: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly robot: string;
  /** The WeCom message type: a format, or the type of a message passed through. */
  readonly format: string;
  readonly mentions: Mentions;
  /** `2/3`. */
  readonly part?: string;
  /** The rule that decided. Absent if the defaults did. */
  readonly rule?: string;
  /** The event that brought the same notification within five minutes: the queue drops this one. */
  readonly duplicateOf?: number;
}

/** The contents read from an event before anything is sent. */
export interface ReadView {
  readonly notifications: readonly ReadNotification[];
  /** Notifications not shown by design, with the reason. */
  readonly skipped: readonly { readonly renderer: string; readonly why: string }[];
  /** The reason why nothing can be read from it. */
  readonly error?: string;
  /** The same in Chinese, if it is known. */
  readonly errorInChinese?: string;
  /** True if it is neither a known event nor a known payload. */
  readonly isUnknown?: boolean;
}

/** A notification in a message that is kept. A text that people wrote has no title of its own. */
export interface KeptNotification {
  readonly id: string;
  readonly severity?: Severity;
  readonly title?: string;
}

/** A message that is kept, also beyond the run in which it was shown. */
export interface KeptMessage extends ShownMessage {
  /** From 1, over all runs. */
  readonly number: number;
  /** The language and the format that were chosen when it was shown. */
  readonly wording: { readonly language: string; readonly format: string };
  readonly notifications: readonly KeptNotification[];
}

/** One notification on its way: the event that brought it, and its destination. */
export interface OnItsWay {
  /** The number of the event. Absent if it is not known. */
  readonly trace?: number;
  readonly id: string;
  readonly robot: string;
  readonly part?: string;
}

/** An occurrence in the group, reported in order. Times are the group's, in milliseconds since 1970. */
export type Happening =
  /** A new group: everything before is forgotten. `people` are names by mobile. */
  | {
      readonly kind: 'group';
      readonly robots: readonly string[];
      readonly people: Readonly<Record<string, string>>;
      /** IANA name of the zone that messages use. */
      readonly timeZone: string;
      readonly settings: GroupSettings;
      /** The messages of earlier groups, oldest first. */
      readonly kept?: readonly KeptMessage[];
    }
  | { readonly kind: 'settings'; readonly settings: GroupSettings }
  | { readonly kind: 'received'; readonly trace: number; readonly via: Via; readonly label: string }
  | ({ readonly kind: 'read'; readonly trace: number } & ReadView)
  /** The function's answer or its error, as text. */
  | { readonly kind: 'answered'; readonly trace: number; readonly ok: boolean; readonly text: string }
  /** The queue gave these to the consumer. */
  | { readonly kind: 'taken'; readonly items: readonly (OnItsWay & { readonly receiveCount: number })[] }
  /** One POST to WeCom. */
  | {
      readonly kind: 'attempt';
      readonly number: number;
      readonly robot: string;
      readonly errcode: number;
      readonly fault?: string;
    }
  /** One message appeared in a group. */
  | {
      readonly kind: 'shown';
      readonly number: number;
      readonly robot: string;
      readonly message: JsonObject;
      readonly mentions: ShownMentions;
    }
  /** An entry of the consumer's log about one notification. `shown` and `attempts` are numbers of the two above. */
  | ({
      readonly kind: 'outcome';
      readonly status: string;
      /** `wecom:93000`, `http:404`, `robot-missing`. */
      readonly code?: string;
      readonly reason?: string;
      readonly severity?: Severity;
      readonly title?: string;
      readonly shown: readonly number[];
      readonly attempts: readonly number[];
    } & OnItsWay)
  /** Messages by robot: on the queue (in flight included), and in the dead-letter queue. */
  | {
      readonly kind: 'queue';
      readonly waiting: Readonly<Record<string, number>>;
      readonly parked: Readonly<Record<string, number>>;
    }
  /** The faults in effect on purpose. `outageUntil` 0: no outage. */
  | { readonly kind: 'trouble'; readonly outageUntil: number; readonly wrongKeys: readonly string[] }
  /** These messages were deleted. */
  | { readonly kind: 'deleted'; readonly numbers: readonly number[] }
  /** The alarm that stays in ALARM on purpose, since a time. 0: there is none. */
  | { readonly kind: 'staying'; readonly since: number }
  /** The alarm that flaps on purpose, and how often it will still change. 0: there is none. */
  | { readonly kind: 'flapping'; readonly changesLeft: number };

/** A happening, with its number (from 1) and its time. */
export type GroupEntry = Happening & { readonly seq: number; readonly at: number };
