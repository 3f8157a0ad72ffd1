import { DEFAULT_ROBOT } from '../../src/domain/robot-name.js';
import { DAY_MINUTES } from '../../src/routing/local-time.js';
import type { Routes } from '../../src/routing/rule.js';
import { EVERY_MS, scheduledEvent } from '../lambda/scheduled-rule.js';

const MINUTE_MS = 60_000;

/** A summary of the same time was told already. */
export class SummaryTooSoonError extends Error {
  override readonly name = 'SummaryTooSoonError';
}

interface SummaryParts {
  readonly routes: Routes;
  /** Deploys rules: whatever is invoked from then on has them. */
  readonly deploy: (routes: Routes) => Promise<void>;
  /** Invokes the function. Rejects if it throws. */
  readonly notify: (event: unknown) => Promise<unknown>;
  readonly now: () => number;
}

/**
 * Creates a function that has the summary told now, as deployed: for as long as its tick runs the rules have a summary at that time,
 * for the robots of the rules' own summaries or else the default one. A tick tells one summary, so it rejects until the next one is due.
 */
export function createSummaryNow({ routes, deploy, notify, now }: SummaryParts): () => Promise<void> {
  let lastTick = 0;
  return async () => {
    const tick = Math.floor(now() / EVERY_MS) * EVERY_MS;
    if (tick <= lastTick)
      throw new SummaryTooSoonError(
        `Cannot tell another summary as a tick tells one, every five minutes: current value is ${minutesLeft(tick, now())} until the next`,
      );
    lastTick = tick; // From now on, so that a second press waits for no answer.
    try {
      await deploy(withSummaryAt(routes, tick));
      await notify(scheduledEvent('tick', tick));
    } catch (error) {
      lastTick = 0; // Nothing was told, so it may be tried again.
      throw error;
    } finally {
      await deploy(routes);
    }
  };
}

function minutesLeft(tick: number, now: number): string {
  return `${Math.ceil((tick + EVERY_MS - now) / MINUTE_MS)} min`;
}

/** Returns the rules with a summary at a moment, milliseconds since 1970, instead of their own. */
export function withSummaryAt(routes: Routes, moment: number): Routes {
  const own = (routes.summary ?? []).flatMap(({ robots }) => robots ?? [DEFAULT_ROBOT]);
  const robots = own.length > 0 ? [...new Set(own)] : [DEFAULT_ROBOT];
  return { ...routes, summary: [{ at: (moment / MINUTE_MS) % DAY_MINUTES, robots, timeZone: 'UTC' }] };
}
