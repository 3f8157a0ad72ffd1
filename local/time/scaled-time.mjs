/**
 * Makes time pass faster in one Node process: `node --import ./local/time/scaled-time.mjs program.js`, with
 *   TIME_SCALE        the factor, 1 to 20; and
 *   TIME_SCALE_EPOCH  the moment (real milliseconds since 1970) at which scaled and real time are the same.
 * Processes on one machine with the same two values read the same time. Without TIME_SCALE nothing changes.
 *   TIME_SET_BACK     optional: `AT,MS`. From the scaled moment AT on (milliseconds since 1970) dates are MS milliseconds
 *                     behind, as after a correction of the machine's clock. Timers do not notice.
 *
 * Scaled: `Date.now()`, `new Date()`, `Date()`, `performance.now()`, and the global `setTimeout` and `setInterval` (also
 * those of `node:timers`). A timer never fires before its scaled time. It may fire up to two real milliseconds late,
 * which is 40 at 20. Time advances in steps of one real millisecond.
 *
 * Not scaled: `node:timers/promises`, `AbortSignal.timeout`, `performance.timeOrigin` and marks, `process.hrtime`,
 * socket and keep-alive timeouts, the `date` header that `node:http` writes by itself, the validity of certificates,
 * timers in worker threads, file times, and everything that simply takes its time: the network, TLS handshakes,
 * starting a process, computing. At 20, 50 real milliseconds are a second: a limit of 3 s on a request leaves the
 * machine 150 ms for its work.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { env } from 'node:process';
import { promisify } from 'node:util';

const MAX_SCALE = 20;
const LONGEST_DELAY_MS = 2 ** 31 - 1;

function readNumber(name, isAllowed, rule) {
  const value = Number(env[name]);
  if (isAllowed(value)) return value;
  throw new RangeError(`Cannot scale time as ${name} is ${rule}: current value is ${env[name]}`);
}

function scaleDate(scale, epoch, [setBackAt = Number.POSITIVE_INFINITY, setBackMs = 0]) {
  const RealDate = Date;
  const now = () => {
    const scaled = Math.floor(epoch + (RealDate.now() - epoch) * scale);
    return scaled < setBackAt ? scaled : scaled - setBackMs;
  };
  globalThis.Date = new Proxy(RealDate, {
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    apply: () => new RealDate(now()).toString(),
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  });
  RealDate.prototype.constructor = globalThis.Date;
}

function scalePerformance(scale) {
  const realNow = performance.now.bind(performance);
  performance.now = () => realNow() * scale;
}

/** Returns a real delay after which the scaled one is certainly over: Node may fire a timer one millisecond early. */
function realDelay(delay, scale) {
  const ms = Math.min(Math.max(Number(delay) || 0, 0), LONGEST_DELAY_MS);
  return ms < scale ? 1 : Math.ceil(ms / scale) + 1;
}

function scaleTimers(scale) {
  const timers = createRequire(import.meta.url)('node:timers');
  const { setTimeout: realTimeout, setInterval: realInterval } = timers;
  const realSleep = promisify(realTimeout);
  const setTimeout = (callback, delay, ...given) => realTimeout(callback, realDelay(delay, scale), ...given);
  const setInterval = (callback, delay, ...given) => realInterval(callback, realDelay(delay, scale), ...given);
  setTimeout[promisify.custom] = (delay, ...given) => realSleep(realDelay(delay, scale), ...given);
  Object.assign(timers, { setTimeout, setInterval });
  Object.assign(globalThis, { setTimeout, setInterval });
  syncBuiltinESMExports();
}

if (env.TIME_SCALE !== undefined) {
  const scale = readNumber('TIME_SCALE', (value) => value >= 1 && value <= MAX_SCALE, `1 to ${MAX_SCALE}`);
  const epoch = readNumber('TIME_SCALE_EPOCH', (value) => Number.isInteger(value) && value > 0, 'in milliseconds');
  scaleDate(scale, epoch, env.TIME_SET_BACK?.split(',').map(Number) ?? []);
  scalePerformance(scale);
  scaleTimers(scale);
}
