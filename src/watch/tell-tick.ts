import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Dispatch } from '../domain/delivery.js';
import type { Notification } from '../domain/notification.js';
import type { Tick } from '../domain/tick.js';
import { readDue, type TickParts } from './read-due.js';
import type { CloudWatch } from './watched.js';

/** A tick that comes later has lost its steps, milliseconds: the next ones are at hand, and a reminder says how long it is now. */
const MAX_AGE_MS = 10 * 60_000;

/** The parts of telling what is due at a tick. */
export interface TellParts extends TickParts {
  readonly dispatch: Dispatch;
  /** The time by which all is told, milliseconds since 1970. */
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Tells what is due at a tick. Rejects if something was not told, so that Lambda repeats it: what was told has the same ids then. */
export async function tellTick(
  tick: Tick,
  cloudWatch: (region: string) => CloudWatch,
  parts: TellParts,
): Promise<void> {
  const { dispatch, deadlineMs, clock, log } = parts;
  const ageMs = clock.now() - tick.at;
  if (ageMs > MAX_AGE_MS) return log.write('error', 'reminders lost, tick too old', { ageMs });
  const outcomes = await dispatch(await readOrLog(tick, cloudWatch, parts), deadlineMs);
  const untold = outcomes.filter(({ status }) => status !== 'queued' && status !== 'delivered').length;
  if (untold > 0) throw new Error(`Cannot tell ${untold} of ${outcomes.length} reminders as they were not queued`);
}

async function readOrLog(
  tick: Tick,
  cloudWatch: (region: string) => CloudWatch,
  parts: TellParts,
): Promise<readonly Notification[]> {
  try {
    return await readDue(tick, cloudWatch, parts);
  } catch (error) {
    parts.log.write('warn', 'alarms not read, reminders wait for the next try', { reason: String(error) });
    throw error;
  }
}
