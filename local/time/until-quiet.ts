import { performance } from 'node:perf_hooks';
import { heldTimes } from './hold-time.js';
import { realMs, realTime } from './real-time.js';

/** Rounds of the event loop without an event after which nothing more happens now. */
const QUIET_ROUNDS = 4;
/** Rounds without an event after which the process sleeps between two looks. */
const ROUNDS_AWAKE = 60;
/** Real time between two looks at what the event loop does not tell, milliseconds. */
export const LOOK_EVERY_MS = 1;

/** Resolves after one round of the event loop, to the number of events that the loop has had since the start. */
async function oneRound(): Promise<number> {
  await new Promise((resolve) => realTime.setImmediate(resolve));
  return performance.nodeTiming.uvMetricsInfo.events;
}

/** Returns true while files are read or names looked up, of which the event loop hears only the end. */
function isElsewhere(isBusy: () => boolean): boolean {
  return (
    isBusy() ||
    heldTimes() > 0 ||
    process.getActiveResourcesInfo().some((name) => /^(?:FSReq|CloseReq|GetAddrInfo)/.test(name))
  );
}

/**
 * Resolves once nothing is under way in this process but timers.
 * @param isBusy returns true while something is on its way that the event loop hears of only when it arrives.
 */
export async function untilQuiet(isBusy: () => boolean): Promise<void> {
  let events = performance.nodeTiming.uvMetricsInfo.events;
  for (let quiet = 0; quiet < QUIET_ROUNDS || isElsewhere(isBusy); quiet += 1) {
    // What is on its way arrives within a few rounds; what takes longer is waited for asleep.
    if (quiet > ROUNDS_AWAKE) await realMs(LOOK_EVERY_MS);
    const next = await oneRound();
    if (next !== events) quiet = -1;
    events = next;
  }
}
