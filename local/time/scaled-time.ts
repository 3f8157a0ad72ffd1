import { fileURLToPath } from 'node:url';
import { type Clock, systemClock } from '../../src/base/clock.js';

const PRELOADED = fileURLToPath(new URL('scaled-time.mjs', import.meta.url));

/** Time that runs faster, for this process and for those it starts. */
export interface ScaledTime {
  readonly scale: number;
  /** The clock for stand-ins in this process. */
  readonly clock: Clock;
  /** The environment for a process that reads the same time. */
  readonly env: Readonly<Record<string, string>>;
  readonly execArgv: readonly string[];
}

/**
 * Returns a time `scale` times as fast, 1 to 20, starting now. This process's own time is unchanged: only `clock` is
 * scaled.
 */
export function scaledTime(scale: number): ScaledTime {
  const epoch = Date.now();
  const { now, sleep, after } = systemClock;
  const clock: Clock = {
    now: () => Math.floor(epoch + (now() - epoch) * scale),
    // Rounded up, plus one: Node may fire a timer one millisecond early.
    sleep: (ms) => sleep(Math.ceil(ms / scale) + 1),
    after: (ms, callback) => after(Math.ceil(ms / scale) + 1, callback),
  };
  return { ...preloaded(scale, epoch), clock };
}

/**
 * Returns the time of this process, which was started with `scaled-time.mjs` preloaded, to pass on to those it starts.
 * @throws {RangeError} If it was not.
 */
export function preloadedTime(env: Readonly<Record<string, string | undefined>>): ScaledTime {
  const [scale, epoch] = [Number(env['TIME_SCALE']), Number(env['TIME_SCALE_EPOCH'])];
  if (scale >= 1 && epoch > 0) return { ...preloaded(scale, epoch), clock: systemClock };
  throw new RangeError(`Cannot pass on scaled time as TIME_SCALE must be set: current value is ${env['TIME_SCALE']}`);
}

function preloaded(scale: number, epoch: number): Omit<ScaledTime, 'clock'> {
  return {
    scale,
    env: { TIME_SCALE: String(scale), TIME_SCALE_EPOCH: String(epoch) },
    execArgv: ['--import', PRELOADED],
  };
}
