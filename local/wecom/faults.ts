import { createPlannedFaults } from '../net/planned-faults.js';

/** A fault on demand: a name from the table below, or an errcode that replaces the true one. */
export type FaultKind = FaultName | number;

/** The name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** The effect on the caller, and if the group has seen the message by then. */
interface Fault {
  readonly shows: boolean;
  readonly effect:
    | 'reset'
    | 'silence'
    | 'half an answer'
    | 'errcode as text'
    | { readonly status: number }
    | { readonly lateMs: number };
}

/** Faults that are not an errcode. */
export const FAULTS = {
  /** The connection is reset; nothing is shown. */
  reset: { shows: false, effect: 'reset' },
  /** The message is shown, then the connection is reset. */
  'reset-before-answer': { shows: true, effect: 'reset' },
  /** No answer ever comes, and nothing is shown. */
  silence: { shows: false, effect: 'silence' },
  /** The message is shown, and no answer ever comes. */
  'silence-after-showing': { shows: true, effect: 'silence' },
  /** The message is shown, and its answer is cut off in the middle. */
  'cut-answer': { shows: true, effect: 'half an answer' },
  /** The message is shown, and its answer comes when a client no longer waits for it. */
  'late-answer': { shows: true, effect: { lateMs: 10_500 } },
  /** The message is shown, and the answer says so with `"errcode":"0"`. */
  'text-errcode': { shows: true, effect: 'errcode as text' },
  /** A success that is a web page, as from a proxy: it does not tell if the message was shown. Here it was. */
  'html-200': { shows: true, effect: { status: 200 } },
  'html-302': { shows: false, effect: { status: 302 } },
  'html-403': { shows: false, effect: { status: 403 } },
  'html-404': { shows: false, effect: { status: 404 } },
  'html-429': { shows: false, effect: { status: 429 } },
  'html-500': { shows: false, effect: { status: 500 } },
  'html-502': { shows: false, effect: { status: 502 } },
  'html-503': { shows: false, effect: { status: 503 } },
} as const satisfies Readonly<Record<string, Fault>>;

/** One fault, for one robot or for all. */
interface Planned {
  readonly kind: FaultKind;
  /** Robot name. Default: all robots. */
  readonly robot?: string;
}

/** A fault of messages by their contents, as of a firewall that does not let a word pass. */
interface Poison {
  readonly kind: FaultKind;
  readonly text: string;
  /** A message that contains this as well is taken. */
  readonly except?: string;
}

/** Faults to come, planned by a test or by a person on the page. */
export interface FaultPlan {
  /** Makes the next `count` attempts fail. Default 1. */
  next(fault: Planned & { readonly count?: number }): void;
  /** Makes a share of all attempts fail (default 1, every one), for `forMs` or until `clear`. */
  keep(fault: Planned & { readonly probability?: number; readonly forMs?: number }): void;
  /** Makes every attempt fail whose message has such contents, whatever else is planned, until `clear`. */
  poison(fault: Poison): void;
  /** Forgets the planned faults. */
  clear(): void;
  /** Returns the fault of the attempt that begins now, if any. `body` is what it posts. */
  take(robot: string, body?: string): FaultKind | undefined;
}

/** Creates a plan without faults. `random` returns numbers in [0, 1), `now` milliseconds. */
export function createFaultPlan(random: () => number, now: () => number): FaultPlan {
  const plan = createPlannedFaults<FaultKind>(random, now);
  const poisons: Poison[] = [];
  const ofRobot = <T extends Planned>({ robot, ...fault }: T) => ({
    ...fault,
    ...(robot !== undefined && { of: robot }),
  });
  return {
    next: (fault) => plan.next(ofRobot(fault)),
    keep: (fault) => plan.keep(ofRobot(fault)),
    poison: (fault) => poisons.push(fault),
    clear: () => {
      poisons.length = 0;
      plan.clear();
    },
    take: (robot, body = '') => {
      const isPoisoned = ({ text, except }: Poison): boolean =>
        body.includes(text) && !(except !== undefined && body.includes(except));
      return poisons.find(isPoisoned)?.kind ?? plan.take(robot);
    },
  };
}
