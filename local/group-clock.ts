import { type Clock, systemClock } from '../src/clock.js';

/** How fast time can pass on the page. */
export const SPEEDS = [1, 10] as const;

export type Speed = (typeof SPEEDS)[number];

/** A clock of this process that agrees with other processes' scaled time. */
export interface GroupClock extends Clock {
  /** What leads a process started under `scaled-time.mjs` to the same time. */
  readonly env: Readonly<Record<string, string>>;
}

/** Time that passes `speed` times as fast from `epoch` on (milliseconds since 1970): the formula of `scaled-time.mjs`. */
export function createGroupClock(speed: Speed, epoch: number): GroupClock {
  if (speed === 1) return { ...systemClock, env: {} };
  // As there: a timer must not fire before its scaled time, and Node may fire one a millisecond early.
  const realDelay = (ms: number): number => Math.ceil(Math.max(0, ms) / speed) + 1;
  return {
    now: () => Math.floor(epoch + (systemClock.now() - epoch) * speed),
    sleep: (ms) => systemClock.sleep(realDelay(ms)),
    after: (ms, callback) => systemClock.after(realDelay(ms), callback),
    env: { TIME_SCALE: String(speed), TIME_SCALE_EPOCH: String(epoch) },
  };
}
