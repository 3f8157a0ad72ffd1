import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Notification } from '../domain/notification.js';
import type { LookUpTime } from '../queue/item.js';
import { durationTexts } from '../text/alarm-duration.js';
import type { Words } from '../text/words.js';
import type { EndedAlarm } from '../watch/history.js';
import { createAskLimited } from '../watch/limited.js';
import type { Watch } from '../watch/watch.js';

/** Longest time that good news waits for its duration, milliseconds. */
const MAX_WAIT_MS = 2000;
/** Most alarms whose history is asked for in one batch. */
const MAX_LOOK_UPS = 5;
/** Most durations remembered: a message that is tried again, or told to a second group, need not ask again. */
const MAX_REMEMBERED = 100;
type Rendered = Extract<Notification, { readonly kind: 'rendered' }>;

interface DurationsParts {
  /** Loads what asks CloudWatch. */
  readonly openWatch: () => Promise<Pick<Watch, 'endedAlarm'>>;
  /** Regions whose alarms may be read. */
  readonly regions: readonly string[];
  /** Returns the account of the function, whose alarms it may read. `undefined` if it is not known. */
  readonly account: () => string | undefined;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Adds to notifications what others know of them. Bad news waits for it only as long as it waits anyway. Resolves to as many, in
 * their order. Never rejects.
 */
export type Complete = (notifications: readonly Notification[], time: LookUpTime) => Promise<readonly Notification[]>;

/**
 * Creates the look-up of how long alarms lasted whose events do not tell it: a {@link Complete} for each batch, whose look-ups
 * are counted together.
 */
export function createDurations({ words, clock, ...parts }: DurationsParts): () => Complete {
  const ask = createAskLimited({ ...parts, message: 'durations not looked up', clock });
  const lookUp = async ({ origin, occurredAt }: Notification, signal: AbortSignal): Promise<EndedAlarm | null> => {
    const { alarmName: name = '', region = '' } = origin;
    return (await parts.openWatch()).endedAlarm({ name, region, endedAt: occurredAt }, signal);
  };
  const known = new Map<string, EndedAlarm | null>();

  function remember(id: string, ended: EndedAlarm | null): void {
    known.set(id, ended);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size > MAX_REMEMBERED) known.delete(oldest);
  }

  function completed(notification: Notification): Notification {
    const ended = known.get(notification.id);
    return ended && lacksDuration(notification) ? withDuration(notification, ended, words) : notification;
  }

  return () => {
    let left = MAX_LOOK_UPS;
    return async (notifications, { freeUntilMs, untilMs }) => {
      const isGood = notifications.every(({ severity }) => severity === 'recovery');
      const waitMs = Math.min((isGood ? untilMs : Math.min(freeUntilMs, untilMs)) - clock.now(), MAX_WAIT_MS);
      const lacking = notifications.filter((one) => lacksDuration(one) && isAskable(one, parts) && !known.has(one.id));
      const asked = [...new Map(lacking.map((one) => [one.id, one])).values()].slice(0, waitMs > 0 ? left : 0);
      left -= asked.length;
      const answers = await ask(
        asked.map((one) => (signal) => lookUp(one, signal)),
        waitMs,
      );
      for (const [index, { id }] of asked.entries()) {
        const answer = answers[index];
        if (answer !== undefined) remember(id, answer);
      }
      return notifications.map(completed);
    };
  };
}

function lacksDuration(notification: Notification): notification is Rendered {
  return notification.kind === 'rendered' && notification.lacksDuration === true;
}

function isAskable({ origin }: Notification, { regions, account }: Pick<DurationsParts, 'regions' | 'account'>) {
  const { alarmName, region = '', account: ownerId } = origin;
  return alarmName !== undefined && regions.includes(region) && ownerId !== undefined && ownerId === account();
}

function withDuration(notification: Rendered, ended: EndedAlarm, words: Words): Notification {
  const { lacksDuration: _lacking, fields, ...rest } = notification;
  const { field, brief } = durationTexts(ended, words);
  return { ...rest, fields: [...fields, field], brief };
}
