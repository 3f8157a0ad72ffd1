import { heldTimes } from './hold-time.js';
import { realMs, realTime } from './real-time.js';
import { replaceDate } from './replace-date.js';
import { replaceTimers } from './replace-timers.js';
import { Timers } from './timers.js';
import { LOOK_EVERY_MS, untilQuiet } from './until-quiet.js';

/** Longest real wait for what the event loop does not tell, milliseconds. */
const MAX_REAL_WAIT_MS = 10_000;

/** Time that stands still while anything is done, and then jumps to the next timer. */
export interface JumpingTime {
  /** Runs work to its end. Rejects as it does, or if it waits for something that will never happen. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Returns what it waits for, in a line, for a run that does not end. */
  describe(): string;
}

/**
 * Makes this process's time a jumping one: `Date`, `performance.now` and the global timers, for all that
 * runs in it. Whatever the machine is busy with, no time passes while anything is done. What uses Node's own timers
 * (`node:timers/promises`, the timeouts of sockets) keeps real time.
 * @param isBusy returns true while something is on its way that the event loop hears of only when it arrives.
 * @param start the time at which it begins, milliseconds since 1970. Default now.
 */
export function startJumpingTime(isBusy: () => boolean = () => false, start = realTime.Date.now()): JumpingTime {
  const timers = new Timers(start);
  replaceTimers(timers);
  replaceDate(timers);
  const startedAt = timers.now;
  return {
    describe: () => {
      const resources = [...new Set(process.getActiveResourcesInfo())].join(', ');
      const traffic = isBusy() ? 'something is on its way' : 'nothing is on its way';
      const minutes = Math.round((timers.now - startedAt) / 60_000);
      return `${minutes} min have passed, ${timers.pending} timers, ${heldTimes()} holds, ${traffic}; open: ${resources}`;
    },
    run: async (work) => {
      let isOver = false;
      const result = work().finally(() => {
        isOver = true;
      });
      // Whoever awaits it hears of its failure.
      result.catch(() => {});
      for (let waitedMs = 0; waitedMs < MAX_REAL_WAIT_MS; ) {
        await untilQuiet(isBusy);
        if (isOver) return result;
        if (timers.step()) waitedMs = 0;
        else {
          await realMs(LOOK_EVERY_MS);
          waitedMs += LOOK_EVERY_MS;
        }
      }
      throw new Error('Cannot go on as nothing is left to wait for');
    },
  };
}
