import type { Notification } from '../../domain/notification.js';
import { durationTexts } from '../../text/alarm-duration.js';
import type { MessageWords } from '../../text/message-words.js';
import type { EndedAlarm } from '../../watch/alarm/history.js';
import type { Watch } from '../../watch/watch.js';
import type { Missing } from './look-up.js';
import { isReadable, type Readable } from './readable-alarm.js';

/** Time for which a duration is remembered, milliseconds: a message that is tried again, or told to a second group, need not ask. */
const KEPT_MS = 60 * 60_000;

type Rendered = Extract<Notification, { readonly kind: 'rendered' }>;

/** The parts of looking up durations. */
export interface DurationsParts extends Readable {
  /** Loads what asks CloudWatch. */
  readonly openWatch: () => Promise<Pick<Watch, 'endedAlarm'>>;
  readonly words: MessageWords;
}

/** Returns how to look up the durations of alarms whose events do not tell them. */
export function durations({ openWatch, words, ...readable }: DurationsParts): Missing<EndedAlarm> {
  return {
    message: 'durations not looked up',
    keyOf: (one) => (lacksDuration(one) && isReadable(one, readable) ? one.id : undefined),
    ask: async (one, signal) => {
      const { alarmName: name = '', region = '' } = one.origin;
      return (await openWatch()).endedAlarm({ name, region, endedAt: one.occurredAt, ...contributorOf(one) }, signal);
    },
    add: (one, ended) => (lacksDuration(one) ? withDuration(one, ended, words) : one),
    keptMs: KEPT_MS,
  };
}

function lacksDuration(notification: Notification): notification is Rendered {
  return notification.kind === 'rendered' && notification.lacksDuration !== undefined;
}

function contributorOf(notification: Notification): { readonly contributorId?: string } {
  return lacksDuration(notification) && typeof notification.lacksDuration === 'object'
    ? notification.lacksDuration
    : {};
}

function withDuration(notification: Rendered, ended: EndedAlarm, words: MessageWords): Notification {
  const { lacksDuration: _lacking, fields, ...rest } = notification;
  const { field, brief } = durationTexts(ended, words);
  return { ...rest, fields: [...fields, field], brief };
}
