import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { RecentIds } from '../base/recent-ids.js';
import { type DeliveryResult, type Dispatch, isRetryable } from '../domain/delivery.js';
import { identityOf, type Notification } from '../domain/notification.js';
import { reportOutcome, reportSkipped } from '../domain/report.js';
import { MIN_ATTEMPT_MS } from '../domain/time-limits.js';
import type { LookUps } from './look-up/look-up.js';

/** The reason in the log of a message that is not posted again. */
export const ALREADY_DELIVERED = 'already delivered by this process';

/** Most notifications of one event for which anything is looked up. */
const MAX_COMPLETED = 10;

interface DirectParts {
  readonly deliver: (notification: Notification, deadlineMs: number) => Promise<DeliveryResult>;
  /** Absent if nothing is looked up. */
  readonly lookUps?: Pick<LookUps, 'begin'> | undefined;
  readonly recent: RecentIds;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates a dispatch that posts to WeCom at once, without a queue: different robots in parallel, one robot's messages
 * one after another, as WeCom accepts few calls at a time. A message this process has already delivered counts as
 * delivered and is not posted again.
 */
export function createDirectDispatch({ deliver, lookUps, recent, clock, log }: DirectParts): Dispatch {
  async function one(notification: Notification, deadlineMs: number): Promise<DeliveryResult> {
    const identity = identityOf(notification);
    if (recent.has(identity)) {
      const { id, origin, renderer } = notification;
      reportSkipped(log, { id, source: origin.source, renderer, skipped: ALREADY_DELIVERED });
      return { status: 'delivered', messages: 0 };
    }
    const startedAt = clock.now();
    const result = await deliver(notification, deadlineMs);
    if (result.status === 'delivered') recent.add(identity);
    reportOutcome(log, notification, result, clock.now() - startedAt);
    return result;
  }

  /** Looks up what the notifications lack. A message that was delivered before is not worth it, and many at once are a storm. */
  async function complete(notifications: readonly Notification[], deadlineMs: number) {
    const isNew = notifications.some((notification) => !recent.has(identityOf(notification)));
    if (!lookUps || !isNew || notifications.length > MAX_COMPLETED) return notifications;
    return lookUps.begin()(notifications, { freeUntilMs: clock.now(), untilMs: deadlineMs - MIN_ATTEMPT_MS });
  }

  /**
   * If the previous message could not be posted now, this one waits for the same retry: parts must not overtake each
   * other.
   */
  async function after(
    before: Promise<DeliveryResult> | undefined,
    notification: Notification,
    deadlineMs: number,
  ): Promise<DeliveryResult> {
    const previous = await before;
    return previous && isRetryable(previous) ? previous : one(notification, deadlineMs);
  }

  return async (notifications, deadlineMs) => {
    const completed = await complete(notifications, deadlineMs);
    const lastOfRobot = new Map<string, Promise<DeliveryResult>>();
    return Promise.all(
      completed.map((notification) => {
        const result = after(lastOfRobot.get(notification.robot), notification, deadlineMs);
        lastOfRobot.set(notification.robot, result);
        return result;
      }),
    );
  };
}
