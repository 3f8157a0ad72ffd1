import type { Clock } from '../../src/base/clock.js';
import { sleepUnless } from './sleep-unless.js';

/** The time between two heartbeats, and between two ticks, milliseconds: as in `deploy/resources/heartbeat.ts` and `ticks.ts`. */
export const EVERY_MS = 5 * 60_000;

/** The interval of a rule, and what it sends. */
export interface ScheduledRuleOptions {
  /** Time between two events, milliseconds. */
  readonly everyMs: number;
  /** Receives the time of an event, milliseconds since 1970. */
  readonly send: (at: number) => void;
  readonly clock: Clock;
}

/**
 * Starts a rule of EventBridge at a rate. The first event comes after the first interval. Returns a function that stops
 * it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function startScheduledRule({ everyMs, send, clock }: ScheduledRuleOptions): () => void {
  const stop = new AbortController();
  const run = async (): Promise<void> => {
    for (let next = clock.now() + everyMs; ; next += everyMs) {
      await sleepUnless(stop.signal, next - clock.now(), clock);
      if (stop.signal.aborted) return;
      send(next);
    }
  };
  void run();
  return () => stop.abort();
}

/** Returns an event as the input transformer of a rule writes it. EventBridge's times have whole seconds. */
export function scheduledEvent(kind: 'heartbeat' | 'tick', ms: number): object {
  return { wecomrobot: kind, time: `${new Date(ms).toISOString().slice(0, 19)}Z` };
}
