import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Dispatch } from '../domain/delivery.js';
import type { Notification } from '../domain/notification.js';
import type { Tick } from '../domain/tick.js';
import type { Invocation } from '../sources/source.js';
import type { ReadTick } from '../watch/tick.js';

/** A tick that comes later has lost its steps, milliseconds: the next ones are at hand, and a reminder says how long it is now. */
const MAX_AGE_MS = 10 * 60_000;
/** Time of the invocation left for the answer, milliseconds. */
const ANSWER_MARGIN_MS = 500;

interface TickParts {
  readonly read: ReadTick;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly log: Log;
}

/** Handles one tick. Rejects if something was not told, so that Lambda repeats it: what was told has the same ids then. */
export type OnTick = (tick: Tick, invocation: Invocation) => Promise<void>;

/** Creates the handler of ticks. */
export function createOnTick({ read, dispatch, clock, log }: TickParts): OnTick {
  return async (tick, invocation) => {
    const ageMs = clock.now() - tick.at;
    if (ageMs > MAX_AGE_MS) return log.write('error', 'reminders lost, tick too old', { ageMs });
    const notifications = await readOrLog(read, tick, invocation.functionArn ?? '', log);
    const outcomes = await dispatch(
      notifications,
      clock.now() + Math.max(0, invocation.remainingMs() - ANSWER_MARGIN_MS),
    );
    const untold = outcomes.filter(({ status }) => status !== 'queued' && status !== 'delivered').length;
    if (untold > 0) throw new Error(`Cannot tell ${untold} of ${outcomes.length} reminders as they were not queued`);
  };
}

async function readOrLog(read: ReadTick, tick: Tick, functionArn: string, log: Log): Promise<readonly Notification[]> {
  try {
    return await read(tick, functionArn);
  } catch (error) {
    log.write('warn', 'alarms not read, reminders wait for the next try', { reason: String(error) });
    throw error;
  }
}
