import type { Notification } from './notification.js';

/** The code of a failure, and whose code it is. */
export type FailureCode =
  /** WeCom's own errcode. */
  | { readonly kind: 'wecom'; readonly value: number }
  /** The HTTP status of an answer that is not WeCom's. */
  | { readonly kind: 'http'; readonly value: number }
  /** The secret has neither the robot nor `default`. */
  | { readonly kind: 'robot-missing' };

/** The result of delivering one notification, which tells the caller what to do next. */
export type DeliveryResult =
  /** WeCom answered errcode 0 to every message. `messages` is the number posted. */
  | { readonly status: 'delivered'; readonly messages: number }
  /** Sending it again cannot help. `reason` is ours and safe to show; WeCom's errmsg stays in the log. */
  | { readonly status: 'refused'; readonly code: FailureCode; readonly reason: string }
  /** Not shown; sending it again later may help. */
  | {
      readonly status: 'unavailable';
      readonly retryAfterMs: number;
      readonly reason: string;
      readonly code?: FailureCode;
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

/** A message that was not shown; sending it again may help. */
export type Unavailable = Extract<DeliveryResult, { readonly status: 'unavailable' }>;

/** A failure that may pass: sending the same again can help. */
export type Retryable = Extract<DeliveryResult, { readonly status: 'unavailable' | 'unconfirmed' }>;

/** Returns true if sending the same again may help. */
export function isRetryable(result: DeliveryResult): result is Retryable {
  return result.status === 'unavailable' || result.status === 'unconfirmed';
}

/** Returns true if there is nothing left to do: the message was shown, or the queue keeps it. */
export function isDone({ status }: Outcome): boolean {
  return status === 'delivered' || status === 'queued';
}

/** Returns the code of a failure, or `undefined` if it has none. */
export function codeOf(outcome: Outcome): FailureCode | undefined {
  return 'code' in outcome ? outcome.code : undefined;
}

/** Returns WeCom's errcode of a failure, or `undefined` if the failure is not WeCom's. */
export function errcodeOf(outcome: Outcome): number | undefined {
  const code = codeOf(outcome);
  return code?.kind === 'wecom' ? code.value : undefined;
}

/** Returns a code as logs and the dead-letter queue show it: `wecom:93000`, `http:404`, `robot-missing`. */
export function textOfCode(code: FailureCode): string {
  return code.kind === 'robot-missing' ? code.kind : `${code.kind}:${code.value}`;
}

/**
 * The side to blame for a failure, as far as the answer tells: the robot (or WeCom, or the connection to it), so that
 * every message waits; the content; an undocumented errcode; or either of the first two.
 */
export type FaultOwner = 'robot' | 'content' | 'unknown-errcode' | 'either';
