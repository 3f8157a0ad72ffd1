import { AsyncLocalStorage } from 'node:async_hooks';

/** A part of this process with a life and a clock of its own, as a Lambda environment has. */
export interface TimedPart {
  /** True once it is dead: none of its timers fires. */
  readonly isDead: boolean;
  /** Its clock is behind by so much at `now`, milliseconds. */
  behindMs(now: number): number;
  /** Called with each timer that it starts. */
  onTimer(): void;
}

/** The part that runs now. Its timers are its own, also those that it starts later. */
export const timedPart = new AsyncLocalStorage<TimedPart>();
