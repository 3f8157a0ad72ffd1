import type { Clock } from '../base/clock.js';
import type { Mask } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import { maskError, maskValue } from '../base/mask-value.js';
import type { Dispatch, Outcome } from '../domain/delivery.js';
import { InvalidInputError } from '../domain/errors.js';
import { readHeartbeat } from '../domain/heartbeat.js';
import type { Draft, Notification } from '../domain/notification.js';
import { reportDropped, reportSkipped } from '../domain/report.js';
import { readTick } from '../domain/tick.js';
import { REPLY_MARGIN_MS } from '../domain/time-limits.js';
import type { Routed } from '../routing/route.js';
import type { Incoming, Invocation, ReadContext } from '../sources/source.js';
import type { OnHeartbeat } from './heartbeat.js';
import type { AddTags } from './look-up/alarm-tags.js';
import type { OnTick } from './tick.js';

/** The limit for answering an HTTP caller, milliseconds: well before API Gateway gives up after 29 or 30 s. */
const MAX_HTTP_MS = 25_000;

/** The stages a message passes through, in order. */
export interface AppParts {
  readonly read: (event: unknown, context: ReadContext) => Promise<Incoming>;
  readonly readContext: Omit<ReadContext, 'invocation' | 'now'>;
  /** Adds the tags that rules look at. Absent if none are looked up. */
  readonly addTags?: AddTags | undefined;
  readonly route: (draft: Draft, now: number) => Routed;
  /**
   * Splits a text too long for one WeCom message.
   * @throws {InvalidInputError} If it is empty or needs too many parts.
   */
  readonly divide: (notification: Notification) => readonly Notification[];
  readonly dispatch: Dispatch;
  readonly onHeartbeat: OnHeartbeat;
  /** Absent if nothing is told again. */
  readonly onTick?: OnTick | undefined;
  readonly clock: Clock;
  /** Masks the secrets that the process has read. */
  readonly mask: Mask;
  readonly log: Log;
}

/** The app: read → route → divide → dispatch → respond. */
export type App = (event: unknown, invocation: Invocation) => Promise<unknown>;

/**
 * Wires the parts into the app. It rejects with UnrecognisedEventError or NotDeliveredError if Lambda should retry the
 * event and then keep it.
 */
export function createApp({
  read,
  readContext,
  addTags,
  route,
  divide,
  dispatch,
  onHeartbeat,
  onTick,
  clock,
  mask,
  log,
}: AppParts): App {
  return maskingApp(mask, async (event, invocation) => {
    const heartbeat = readHeartbeat(event);
    if (heartbeat) return onHeartbeat(heartbeat);
    const tick = readTick(event);
    if (tick) return onTick?.(tick, invocation);
    const incoming = await read(event, { ...readContext, invocation, now: clock.now() });
    for (const skipped of incoming.skipped) reportSkipped(log, skipped);
    for (const error of incoming.unread ?? [])
      log.write('warn', 'part of the event not read', { reason: String(error) });
    const drafts = addTags ? await addTags(incoming.drafts) : incoming.drafts;
    const plans = drafts.map((draft) => {
      const { notifications, rule, isMuted } = route(draft, clock.now());
      if (notifications.length === 0 && rule) reportDropped(log, draft, rule.name, isMuted);
      return plan(notifications, divide);
    });
    const dispatched = await dispatch(
      plans.flatMap(({ notifications }) => notifications),
      clock.now() + timeFor(incoming, invocation),
    );
    const outcomes = inOrderOf(plans, dispatched);
    return incoming.respond(
      outcomes.map(({ outcome }) => outcome),
      outcomes.map(({ draft }) => draft),
    );
  });
}

/** Returns the app with every secret masked in what it answers and throws. */
export function maskingApp(mask: Mask, app: App): App {
  return async (event, invocation) => {
    try {
      return maskValue(await app(event, invocation), mask);
    } catch (error) {
      throw maskError(error, mask);
    }
  };
}

/** The notifications one draft becomes, or the reason why it is invalid and no part of it is sent. */
interface Plan {
  readonly notifications: readonly Notification[];
  readonly invalid?: Outcome;
}

function plan(notifications: readonly Notification[], divide: AppParts['divide']): Plan {
  try {
    return { notifications: notifications.flatMap(divide) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const { field, message, httpStatus } = error;
    return { notifications: [], invalid: { status: 'invalid', field, reason: message, httpStatus } };
  }
}

/** Pairs each outcome with the index of its draft. `dispatched` holds one per notification, in the plans' order. */
function inOrderOf(plans: readonly Plan[], dispatched: readonly Outcome[]) {
  let next = 0;
  return plans.flatMap(({ notifications, invalid }, draft) => {
    const outcomes = invalid ? [invalid] : dispatched.slice(next, next + notifications.length);
    next += notifications.length;
    return outcomes.map((outcome) => ({ outcome, draft }));
  });
}

function timeFor({ drafts }: Incoming, invocation: Invocation): number {
  const left = Math.max(0, invocation.remainingMs() - REPLY_MARGIN_MS);
  return drafts.some(({ origin }) => origin.source === 'http') ? Math.min(left, MAX_HTTP_MS) : left;
}
