import type { Notification } from './notification.js';

/** The result of delivering one notification, which tells the caller what to do next. */
export type DeliveryResult =
  /** WeCom answered errcode 0 to every message. `messages` is the number posted. */
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
  /** The caller's mistake: nothing was sent. `httpStatus` is the status for an HTTP caller, 400 if absent. */
  | { readonly status: 'invalid'; readonly field: string; readonly reason: string; readonly httpStatus?: number };

/** The value an event is answered from: a delivery, or the promise of one. */
export type Outcome = DeliveryResult | { readonly status: 'queued'; readonly id: string };

/**
 * Posts or queues notifications by a deadline (milliseconds since 1970). Resolves to one outcome each, in their order.
 * Never rejects.
 */
export type Dispatch = (notifications: readonly Notification[], deadlineMs: number) => Promise<readonly Outcome[]>;
