import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/base/clock.js';
import { checkRange } from './check-range.js';
import { type Condition, type InvocationRecord, invocationRecord } from './invocation-record.js';
import type { CountMetric } from './metrics.js';
import { type Attempts, NO_ATTEMPTS, waitAfter, withFailure } from './retry-schedule.js';
import { sleepUnless } from './sleep-unless.js';

const MIN_EVENT_AGE_MS = 60_000;
const MAX_EVENT_AGE_MS = 6 * 60 * 60_000;
const MAX_RETRY_ATTEMPTS = 2;
const TASK = 'invoke asynchronously';

/**
 * Settings of a function's asynchronous invocation, in AWS's words.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_FunctionEventInvokeConfig.html
 */
export interface EventInvokeConfig {
  /** 1 minute to 6 hours. Default 6 hours. */
  readonly maximumEventAgeMs?: number;
  /** 0 to 2, for errors of the function. Default 2. */
  readonly maximumRetryAttempts?: number;
  /** The on-failure destination. If it rejects, or there is none, the record is lost. Default: none. */
  readonly onFailure?: (record: InvocationRecord) => Promise<void>;
}

/** The function that is invoked, and what is done with events that fail. */
export interface AsynchronousOptions extends EventInvokeConfig {
  /** Without version or alias. */
  readonly functionArn: string;
  /** Invokes the function once. Rejects if it fails, with an error named as Lambda names it if it could not run. */
  readonly invoke: (event: unknown, requestId: string) => Promise<unknown>;
  readonly count: CountMetric;
  readonly clock: Clock;
}

/** The events that Lambda has accepted for a function: how SNS, EventBridge and alarm actions invoke it. */
export interface AsynchronousInvocation {
  /** Accepts an event, as Lambda's answer 202 does. Returns its request id, the same for each attempt. */
  send(event: unknown): string;
  /** How many events are neither handled nor given up. */
  waiting(): number;
  /** Records of events that were given up and that no destination took. */
  readonly lost: readonly InvocationRecord[];
  /** Resolves once each event accepted so far is handled or given up. */
  idle(): Promise<void>;
  /** Makes no further attempt. */
  stop(): void;
}

/** One event on its way. */
interface Carried {
  readonly event: unknown;
  readonly requestId: string;
  readonly acceptedAt: number;
}

/**
 * Starts Lambda's asynchronous invocation of a function. An error of the function, a timeout included, is retried twice. A
 * throttle and an error of Lambda itself are retried for up to six hours. Then the on-failure destination receives the
 * record.
 *
 * Guesses, as no page says it: an event is given up at the moment its age reaches the maximum, throttles before a run do
 * not lengthen the waits after it, and the destination is tried once. Left out: Lambda may deliver an event twice, reads
 * a long queue more slowly, and may delete events that it cannot keep up with.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export function startAsynchronousInvocation(options: AsynchronousOptions): AsynchronousInvocation {
  const { functionArn, invoke, onFailure, count, clock } = options;
  const { maximumEventAgeMs = MAX_EVENT_AGE_MS, maximumRetryAttempts = MAX_RETRY_ATTEMPTS } = options;
  checkRange(TASK, 'maximumEventAgeMs', maximumEventAgeMs, MIN_EVENT_AGE_MS, MAX_EVENT_AGE_MS);
  checkRange(TASK, 'maximumRetryAttempts', maximumRetryAttempts, 0, MAX_RETRY_ATTEMPTS);
  const carried = new Map<AbortController, Promise<void>>();
  const lost: InvocationRecord[] = [];

  const giveUp = async (one: Carried, condition: Condition, { runs, lastError }: Attempts): Promise<void> => {
    const at = clock.now();
    count('AsyncEventsDropped', at);
    const record = invocationRecord({ ...one, functionArn, condition, invokeCount: runs, error: lastError, at });
    if (await isTaken(record, onFailure)) return;
    lost.push(record);
    if (onFailure) count('DestinationDeliveryFailures', at);
  };
  /** Resolves once the event is handled or given up, or everything is stopped. */
  const carry = async (one: Carried, signal: AbortSignal): Promise<void> => {
    const endsAt = one.acceptedAt + maximumEventAgeMs;
    for (let attempts = NO_ATTEMPTS; ; ) {
      const error = await errorOf(() => invoke(one.event, one.requestId));
      if (error === undefined || signal.aborted) return;
      attempts = withFailure(attempts, error);
      if (attempts.runs > maximumRetryAttempts) return giveUp(one, 'RetriesExhausted', attempts);
      await sleepUnless(signal, Math.min(waitAfter(attempts), endsAt - clock.now()), clock);
      if (signal.aborted) return;
      if (clock.now() >= endsAt) return giveUp(one, 'EventAgeExceeded', attempts);
    }
  };
  return {
    send: (event) => {
      const one = { event, requestId: randomUUID(), acceptedAt: clock.now() };
      count('AsyncEventsReceived', one.acceptedAt);
      const stop = new AbortController();
      carried.set(
        stop,
        carry(one, stop.signal).finally(() => carried.delete(stop)),
      );
      return one.requestId;
    },
    waiting: () => carried.size,
    lost,
    idle: async () => void (await Promise.all(carried.values())),
    stop: () => {
      for (const stop of carried.keys()) stop.abort();
    },
  };
}

/** Returns what it rejects with, `undefined` if it resolves. */
async function errorOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error ?? new Error(String(error));
  }
}

async function isTaken(record: InvocationRecord, onFailure: EventInvokeConfig['onFailure']): Promise<boolean> {
  if (onFailure === undefined) return false;
  return (await errorOf(() => onFailure(record))) === undefined;
}
