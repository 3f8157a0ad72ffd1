import type { RenderedContent, SettledState } from '../../domain/content.js';
import type { Format } from '../../domain/format.js';
import type { Mentions } from '../../domain/mentions.js';
import type { Draft } from '../../domain/notification.js';
import type { Severity } from '../../domain/severity.js';
import type { Reminders } from '../../routing/reminders-for.js';
import type { Routed } from '../../routing/route.js';
import { formatDuration } from '../../text/format.js';
import type { TickWords } from '../../text/watch-words.js';
import type { Holder } from '../ack/holder.js';
import type { AckAddress } from '../ack/with-ack-link.js';
import type { ContentParts } from '../alarm/alarm-content.js';
import type { Hold } from './hold.js';

const MINUTE_MS = 60_000;

/** The parts of reminding that a message needs too. */
export interface RemindParts extends ContentParts {
  /** Returns the reminders of what is in ALARM, as the rules are at a time (milliseconds since 1970). */
  readonly remindersFor: (draft: Draft, now: number) => readonly Reminders[];
  /** Decides who receives a change of state at a time. */
  readonly route: (draft: Draft, now: number) => Pick<Routed, 'notifications'>;
  readonly format: Format;
  readonly words: TickWords;
  /** Returns the address of the page on which an alarm is taken. Absent if there are none. */
  readonly address?: AckAddress;
}

/** The parts of one tick's messages. */
export interface TellingParts extends RemindParts {
  /** The time at which it is told, milliseconds since 1970: a tick that comes late says how long it is now. */
  readonly now: number;
}

/** Returns how long something has lasted when it is told. Nobody reads seconds in what lasts. */
export function lastingSince(since: number, { now, words }: Pick<TellingParts, 'now' | 'words'>): string {
  return formatDuration(Math.floor((now - since) / MINUTE_MS) * MINUTE_MS, words);
}

/** An alarm in ALARM. */
export interface InAlarm extends Holder {
  readonly arn: string;
  readonly content: Draft & RenderedContent;
  /** Its first ALARM, milliseconds since 1970. */
  readonly since: number;
  /** Its last change to ALARM, milliseconds since 1970. */
  readonly changedAt: number;
  /** True if CloudWatch runs its action again at the end of a mute in which it was to run. */
  readonly runsAgain: boolean;
  /** Returns what held it back at a moment, apart from rules of ours. */
  readonly heldAt: (at: number) => Hold | undefined;
}

/** An alarm that a tick tells one robot of. */
export interface Reminded {
  readonly arn: string;
  readonly robot: string;
  readonly content: RenderedContent;
  readonly severity: Severity;
  readonly mentions: Mentions;
  /** Its first ALARM, milliseconds since 1970. */
  readonly since: number;
  /** Its line, with how long it lasts. Without its name if it is told for its last state. */
  readonly text: string;
  /** Set if it is told for its last state alone, after it flapped. */
  readonly settled?: SettledState;
}
