import type { Clock } from '../base/clock.js';
import type { Tick } from '../domain/tick.js';
import { REPLY_MARGIN_MS } from '../domain/time-limits.js';
import type { Invocation } from '../sources/source.js';
import type { OnTickParts, Watch } from '../watch/watch.js';

/** The parts of handling ticks. */
export interface TickHandlerParts extends Omit<OnTickParts, 'deadlineMs' | 'roads' | 'interpret'> {
  /** The roads by which alarms come here, except for the function's own name, which each invocation brings. */
  readonly roads: Omit<OnTickParts['roads'], 'functionArn'>;
  /** Loads all that a tick needs and a message does not. */
  readonly openWatch: () => Promise<Watch>;
  /** Loads all renderers: an alarm whose own fails is told at a tick too. */
  readonly openInterpret: () => Promise<OnTickParts['interpret']>;
  readonly clock: Clock;
}

/** Handles one tick. Rejects if something was not told, so that Lambda repeats it: what was told has the same ids then. */
export type OnTick = (tick: Tick, invocation: Invocation) => Promise<void>;

/** Creates the handler of ticks. */
export function createOnTick({ openWatch, openInterpret, roads, ...parts }: TickHandlerParts): OnTick {
  return async (tick, { functionArn = '', remainingMs }) => {
    const [{ onTick }, interpret] = await Promise.all([openWatch(), openInterpret()]);
    const deadlineMs = parts.clock.now() + Math.max(0, remainingMs() - REPLY_MARGIN_MS);
    return onTick(tick, { ...parts, interpret, roads: { ...roads, functionArn }, deadlineMs });
  };
}
