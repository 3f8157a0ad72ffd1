import { type Flapping, STEADY } from '../../domain/flapping.js';
import type { Notification } from '../../domain/notification.js';

/**
 * Most alarms remembered. Beyond, the one that changed longest ago is forgotten, unless its last state was withheld: one that
 * is forgotten is told in full again.
 */
const MAX_ALARMS = 1000;

/** The history of one alarm in one group, and the change of it that was not told. */
export interface Remembered {
  readonly flapping: Flapping;
  /** The newest change, if it was withheld and not told since. */
  readonly withheld?: Notification;
}

/** The alarms of a process by their keys, a limited number. */
export interface RememberedAlarms {
  /** Returns what is known of an alarm: nothing, of one that is not remembered. */
  known(key: string): Remembered;
  /** Remembers an alarm that changed now. */
  remember(key: string, remembered: Remembered): void;
  /** Returns false if as many states are withheld as are remembered at all: then none is withheld any more. */
  isRoom(key: string): boolean;
  /** Returns all alarms and their keys, the one that changed longest ago first. */
  all(): readonly (readonly [string, Remembered])[];
  forget(key: string): void;
  /** Forgets that a state was withheld, if it is still the newest of its alarm. */
  release(key: string, withheld: Notification): void;
}

/** Creates an empty memory of alarms. */
export function createRememberedAlarms(): RememberedAlarms {
  const alarms = new Map<string, Remembered>();
  const known = (key: string): Remembered => alarms.get(key) ?? { flapping: STEADY };
  return {
    known,
    remember: (key, remembered) => {
      alarms.delete(key);
      alarms.set(key, remembered);
      if (alarms.size <= MAX_ALARMS) return;
      const [oldest] = [...alarms].find(([, { withheld }]) => !withheld) ?? [];
      if (oldest !== undefined) alarms.delete(oldest);
    },
    isRoom: (key) => {
      if (alarms.size < MAX_ALARMS || known(key).withheld) return true;
      return [...alarms.values()].some(({ withheld }) => !withheld);
    },
    all: () => [...alarms],
    forget: (key) => void alarms.delete(key),
    release: (key, withheld) => {
      const remembered = alarms.get(key);
      if (remembered?.withheld === withheld) alarms.set(key, { flapping: remembered.flapping });
    },
  };
}

/** Returns the newest of some withheld changes, unless the group has read it or a newer one. */
export function newestOf(
  { told }: Flapping,
  ...candidates: readonly (Notification | undefined)[]
): Pick<Remembered, 'withheld'> {
  const [newest] = candidates.filter((one) => one !== undefined).sort((a, b) => b.occurredAt - a.occurredAt);
  return newest && (told === undefined || newest.occurredAt > told.at) ? { withheld: newest } : {};
}
