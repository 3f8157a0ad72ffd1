import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { type Dispatch, isDone } from '../../domain/delivery.js';
import { isLastTry, type Tick } from '../../domain/tick.js';
import type { CloudWatch } from '../alarm/watched.js';
import { readDue, type TickParts } from './read-due.js';

/**
 * A tick that comes later has lost its steps, milliseconds. The queue drops what is repeated within five minutes: so whatever is told is
 * told within five minutes of the tick's own time, for which half a minute is left.
 */
const MAX_AGE_MS = 4.5 * 60_000;

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
  const { clock, log } = parts;
  const ageMs = clock.now() - tick.at;
  if (ageMs > MAX_AGE_MS) return log.write('error', 'reminders lost, tick too old', { ageMs }, { ticksLost: 1 });
  try {
    await tellDue(tick, cloudWatch, parts);
  } catch (error) {
    const reason = String(error);
    if (!isLastTry(ageMs)) log.write('warn', 'reminders not told, they wait for the next try', { ageMs, reason });
    else log.write('error', 'reminders lost, the last try failed', { ageMs, reason }, { ticksLost: 1 });
    throw error;
  }
}

async function tellDue(tick: Tick, cloudWatch: (region: string) => CloudWatch, parts: TellParts): Promise<void> {
  const outcomes = await parts.dispatch(await readDue(tick, cloudWatch, parts), parts.deadlineMs);
  const untold = outcomes.filter((outcome) => !isDone(outcome)).length;
  if (untold > 0) throw new Error(`Cannot tell ${untold} of ${outcomes.length} reminders as they were not queued`);
}
