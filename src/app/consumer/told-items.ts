import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { reportOutcome, reportSkipped } from '../../domain/report.js';
import type { LaneParts } from '../../queue/lane/lane-parts.js';
import type { LookUps } from '../look-up/look-up.js';
import type { FlapMemory } from './flap-memory.js';
import { createShownOnce, isOfTick } from './shown-once.js';

interface ToldItemsParts {
  readonly flaps: Pick<FlapMemory, 'sift' | 'told'>;
  /** Absent if nothing is looked up. */
  readonly lookUps?: Pick<LookUps, 'learnFrom'> | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** The items that a group is told: sifted before they are shown, reported and remembered once they are. */
type ToldItems = Pick<LaneParts<unknown>, 'sift' | 'onWithheld' | 'report'>;

/** Creates what decides which items are told. Alarms that flap are told now and then, and what a tick told only once. */
export function createToldItems({ flaps, lookUps, clock, log }: ToldItemsParts): ToldItems {
  const ticks = createShownOnce(clock.now);
  return {
    sift: (items) => {
      const { told, withheld } = ticks.sift(items);
      const sifted = flaps.sift(told);
      return { told: sifted.told, withheld: [...withheld, ...sifted.withheld] };
    },
    onWithheld: ({ notification }) => {
      const { id, origin, renderer } = notification;
      const skipped = isOfTick(notification) ? 'It was shown already' : 'It flaps: its next message counts it';
      reportSkipped(log, { id, source: origin.source, renderer, skipped });
    },
    report: ({ notification, queuedAt }, result) => {
      const now = clock.now();
      if (result.status === 'delivered') {
        flaps.told({ notification });
        ticks.shown(notification);
        // In the wait until the next post: the next message of this alarm then has what this one lacked.
        if (notification.severity !== 'recovery') lookUps?.learnFrom(notification);
      }
      reportOutcome(log, notification, result, now - queuedAt, now - notification.occurredAt);
    },
  };
}
