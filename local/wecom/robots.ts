import { type Refusal, refusal } from './answer.js';
import { callsInWindow, type WindowKind, withinWindow } from './rate-window.js';

/** The limits of one robot. */
export interface RobotLimits {
  /** Calls a minute. Every call counts, also refused ones. */
  readonly ratePerMinute: number;
  readonly window: WindowKind;
  /** Calls in flight at once. */
  readonly maxConcurrent: number;
}

/** One call, admitted or not. */
export interface Admission {
  readonly robot: string | undefined;
  readonly refusal: Refusal | undefined;
  /** Ends the call, which then no longer counts as in flight. */
  done(): void;
}

/** The robots of the group, with the owner of each key and the load of each robot. */
export interface Robots {
  /** Makes a key valid, or assigns it to another robot. */
  allow(key: string, robot: string): void;
  /** Answers 93000 to this key from now on, as after the robot was removed from the group. */
  revoke(key: string): void;
  /** Returns the robot of this key, or `undefined` if it is unknown. */
  nameOf(key: string): string | undefined;
  /** Counts a call that begins now. */
  admit(key: string): Admission;
  /** Returns the calls of this robot in the current window: `n of 20 this minute`. */
  callsThisMinute(robot: string): number;
  /** Forgets all calls. */
  forgetCalls(): void;
}

const NEVER_ADMITTED: Admission = { robot: undefined, refusal: refusal(93000), done: () => undefined };

/** Creates robots with these `keys` (key to robot name). `now` returns milliseconds since 1970. */
export function createRobots(keys: Readonly<Record<string, string>>, limits: RobotLimits, now: () => number): Robots {
  const names = new Map(Object.entries(keys));
  const calls = new Map<string, readonly number[]>();
  const inFlight = new Map<string, number>();

  const callsThisMinute = (robot: string): number => callsInWindow(limits.window, calls.get(robot) ?? [], now());
  const changeInFlight = (robot: string, by: number): number => {
    const count = (inFlight.get(robot) ?? 0) + by;
    inFlight.set(robot, count);
    return count;
  };
  const begin = (robot: string): Refusal | undefined => {
    calls.set(robot, [...withinWindow(calls.get(robot) ?? [], now()), now()]);
    if (changeInFlight(robot, 1) > limits.maxConcurrent) return refusal(45033);
    return callsThisMinute(robot) > limits.ratePerMinute ? refusal(45009) : undefined;
  };

  return {
    allow: (key, robot) => void names.set(key, robot),
    revoke: (key) => void names.delete(key),
    nameOf: (key) => names.get(key),
    admit: (key) => {
      const robot = names.get(key);
      if (robot === undefined) return NEVER_ADMITTED;
      return { robot, refusal: begin(robot), done: () => void changeInFlight(robot, -1) };
    },
    callsThisMinute,
    forgetCalls: () => calls.clear(),
  };
}
