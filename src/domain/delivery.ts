import type { Notification } from './notification.js';

/** What became of one notification, and so what the caller may do next. */
export type DeliveryResult =
  /** WeCom answered errcode 0 to every message. `messages` is how many were posted. */
  | { readonly status: 'delivered'; readonly messages: number }
  /** Sending it again cannot help. `reason` is ours and safe to show; WeCom's errmsg stays in the log. */
  | { readonly status: 'refused'; readonly errcode: number; readonly reason: string }
  /** Not shown; sending it again later may help. */
  | {
      readonly status: 'unavailable';
      readonly retryAfterMs: number;
      readonly reason: string;
      readonly errcode?: number;
    }
  /** It may have been shown: the request was written and no readable answer came. */
  | { readonly status: 'unconfirmed'; readonly retryAfterMs: number; readonly reason: string }
  /** The caller's mistake: nothing was sent. `httpStatus` says it to an HTTP caller; 400 where absent. */
  | { readonly status: 'invalid'; readonly field: string; readonly reason: string; readonly httpStatus?: number };

/** What the answer of an event is made from: a delivery, or the promise of one. */
export type Outcome = DeliveryResult | { readonly status: 'queued'; readonly id: string };

/**
 * Brings notifications on their way by a deadline (milliseconds since 1970), posting or queueing them: one outcome each, in
 * their order. Never rejects.
 */
export type Dispatch = (notifications: readonly Notification[], deadlineMs: number) => Promise<readonly Outcome[]>;
