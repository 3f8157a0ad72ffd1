import { createListeners, type Listeners } from '../time/listeners.js';
import type { GroupEntry, Happening } from './entry.js';

/** Enough for a few storms; a page that opens later starts from here. */
const MAX_ENTRIES = 5000;

/** What happened in the group, for whoever watches now or comes later. */
export interface Feed {
  add(happening: Happening): void;
  /** Entries after this number, oldest first; all of them for 0. */
  since(seq: number): readonly GroupEntry[];
  readonly onEntry: Listeners<GroupEntry>['add'];
  /** Whose time the entries have from now on, and how fast it goes. */
  setClock(now: () => number, speed: number): void;
  readonly readClock: () => ClockReading;
}

/** A moment of the group's time, milliseconds since 1970. It goes on `speed` times as fast as real time. */
export interface ClockReading {
  readonly now: number;
  readonly speed: number;
}

/** An empty feed. A `group` entry makes it forget what was before; its newest 5,000 entries stay. */
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
      // The first one says what group this is: a late comer needs it.
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
