/** One fault. */
interface Planned<Kind, Of> {
  readonly kind: Kind;
  /** The operation, robot or secret that it affects. Default: all. */
  readonly of?: Of;
}

/** Planned faults of a stand-in. A test makes the plan, or a person on the page. */
export interface PlannedFaults<Kind, Of extends string = string> {
  /** Makes the next `count` attempts fail. Default 1. */
  next(fault: Planned<Kind, Of> & { readonly count?: number }): void;
  /** Makes a share of all attempts fail (default 1: all of them), for `forMs` or until `clear`. */
  keep(fault: Planned<Kind, Of> & { readonly probability?: number; readonly forMs?: number }): void;
  /** Forgets what is planned. */
  clear(): void;
  /** Returns the fault of the attempt that begins now, if any. */
  take(of: string): Kind | undefined;
  /** Returns true while `keep` makes every attempt fail. Does not count as an attempt. */
  isDown(of: string): boolean;
  /** Calls back whenever the plan changes. */
  onChange(listener: () => void): void;
}

interface Counted<Kind> extends Planned<Kind, string> {
  left: number;
}

interface Kept<Kind> extends Planned<Kind, string> {
  readonly probability: number;
  readonly until: number;
}

/** Chooses among all kept faults with a single draw, so that their shares are exact. */
function drawn<Kind>(kept: readonly Kept<Kind>[], draw: number): Kind | undefined {
  let rest = draw;
  for (const fault of kept) {
    if (rest < fault.probability) return fault.kind;
    rest -= fault.probability;
  }
  return undefined;
}

/** Creates a plan without faults. `random` returns numbers in [0, 1), `now` milliseconds. */
export function createPlannedFaults<Kind, Of extends string = string>(
  random: () => number,
  now: () => number,
): PlannedFaults<Kind, Of> {
  let counted: Counted<Kind>[] = [];
  let kept: Kept<Kind>[] = [];
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const keptOf = (of: string): readonly Kept<Kind>[] => {
    kept = kept.filter(({ until }) => until > now());
    return kept.filter((fault) => fault.of === undefined || fault.of === of);
  };
  return {
    next: ({ count = 1, ...fault }) => {
      counted.push({ ...fault, left: count });
      changed();
    },
    keep: ({ probability = 1, forMs = Number.POSITIVE_INFINITY, ...fault }) => {
      kept.push({ ...fault, probability, until: now() + forMs });
      changed();
    },
    clear: () => {
      counted = [];
      kept = [];
      changed();
    },
    take: (of) => {
      const first = counted.find((fault) => fault.of === undefined || fault.of === of);
      if (first === undefined) {
        const candidates = keptOf(of);
        return candidates.length === 0 ? undefined : drawn(candidates, random());
      }
      first.left -= 1;
      counted = counted.filter(({ left }) => left > 0);
      return first.kind;
    },
    isDown: (of) => keptOf(of).reduce((share, { probability }) => share + probability, 0) >= 1,
    onChange: (listener) => listeners.push(listener),
  };
}
