import type { Clock } from './clock.js';
import type { Outcome } from './delivery.js';
import type { Dispatch } from './dispatch.js';
import { InvalidInputError } from './errors.js';
import type { Log } from './log.js';
import type { Draft, Notification } from './notification.js';
import { reportSkipped } from './report.js';
import type { Incoming, Invocation, ReadContext } from './sources/source.js';

/** Kept of the invocation's time, so that the answer is out before Lambda ends it. */
const ANSWER_MARGIN_MS = 500;
/** API Gateway hangs up after 29 or 30 s: an HTTP caller is answered well before. */
const MAX_HTTP_MS = 25_000;

/** The parts of the way a message goes, in its order. */
export interface AppParts {
  readonly read: (event: unknown, context: ReadContext) => Promise<Incoming>;
  readonly readContext: Omit<ReadContext, 'invocation' | 'now'>;
  readonly route: (draft: Draft) => readonly Notification[];
  /** Splits what is too long for one WeCom message. */
  readonly divide: (notification: Notification) => readonly Notification[];
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly log: Log;
}

/** The program: read → route → divide → dispatch → respond. */
export type App = (event: unknown, invocation: Invocation) => Promise<unknown>;

/**
 * Wires the parts into the program. It rejects where Lambda should retry and keep the event: UnrecognisedEventError,
 * NotDeliveredError, SecretUnavailableError.
 */
export function createApp({ read, readContext, route, divide, dispatch, clock, log }: AppParts): App {
  return async (event, invocation) => {
    const incoming = await read(event, { ...readContext, invocation, now: clock.now() });
    for (const skipped of incoming.skipped) reportSkipped(log, skipped);
    const planned = plan(incoming.drafts, (draft) => route(draft).flatMap(divide));
    const deadlineMs = clock.now() + timeFor(incoming.drafts, invocation);
    const outcomes = 'status' in planned ? [planned] : await dispatch(planned, deadlineMs);
    return incoming.respond(outcomes);
  };
}

/** Everything to send, or what is wrong with it: nothing is sent where a part of it cannot be. */
function plan(
  drafts: readonly Draft[],
  planOne: (draft: Draft) => readonly Notification[],
): readonly Notification[] | Extract<Outcome, { status: 'invalid' }> {
  try {
    return drafts.flatMap(planOne);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { status: 'invalid', field: error.field, reason: error.message, httpStatus: error.httpStatus };
  }
}

function timeFor(drafts: readonly Draft[], invocation: Invocation): number {
  const left = Math.max(0, invocation.remainingMs() - ANSWER_MARGIN_MS);
  return drafts.some(({ origin }) => origin.road === 'http') ? Math.min(left, MAX_HTTP_MS) : left;
}
