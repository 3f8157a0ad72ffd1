import { createListeners, type Listeners } from '../time/listeners.js';
import type { GroupEntry, Happening } from './entry.js';

/** Enough for the largest storm and a few small ones. A page opened later starts from the oldest one kept. */
const MAX_ENTRIES = 10_000;

/** The occurrences in the group, for current and later viewers. */
export interface Feed {
  add(happening: Happening): void;
  /** Returns the entries after this number, oldest first; all of them for 0. */
  since(seq: number): readonly GroupEntry[];
  readonly onEntry: Listeners<GroupEntry>['add'];
  /** Sets the clock and its speed for the entries from now on. */
  setClock(now: () => number, speed: number): void;
  readonly readClock: () => ClockReading;
}

/** A moment of the group's time, milliseconds since 1970, which passes `speed` times as fast as real time. */
export interface ClockReading {
  readonly now: number;
  readonly speed: number;
}

/** Creates an empty feed. A `group` entry makes it forget everything before; it keeps the newest 10,000 entries. */
export function createFeed(clock: () => number): Feed {
  const listeners = createListeners<GroupEntry>();
  let entries: GroupEntry[] = [];
  let now = clock;
  let speed = 1;
  let seq = 0;
  return {
    add: (happening) => {
      seq += 1;
      const entry: GroupEntry = { ...happening, seq, at: now() };
      const [group, ...rest] = entries;
      if (happening.kind === 'group' || !group) entries = [entry];
      // The first entry describes the group, which a late viewer needs.
      else entries = [group, ...rest.slice(Math.max(0, rest.length - MAX_ENTRIES + 2)), entry];
      listeners.tell(entry);
    },
    since: (last) => entries.filter((entry) => entry.seq > last),
    onEntry: listeners.add,
    setClock: (next, nextSpeed) => {
      now = next;
      speed = nextSpeed;
    },
    readClock: () => ({ now: now(), speed }),
  };
}
