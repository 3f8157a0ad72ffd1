import { groupBy } from '../base/group-by.js';
import {
  afterCall,
  afterTold,
  FLAP_WINDOW_MS,
  type Flapping,
  isOlder,
  STEADY,
  type StateChange,
  type Telling,
  tellingOf,
  withChange,
} from '../domain/flapping.js';
import type { Notification } from '../domain/notification.js';
import type { PreparedItem } from '../queue/item.js';
import type { Sifted } from '../queue/plan.js';

/**
 * Most alarms remembered. Beyond, the one that changed longest ago is forgotten, unless its last state was withheld: one that
 * is forgotten is told in full again.
 */
const MAX_ALARMS = 1000;

/** The states of an alarm in their senders' own words, and whether they are bad. */
const IS_ALARM: Readonly<Record<string, boolean>> = {
  ALARM: true,
  OK: false,
  INSUFFICIENT_DATA: false,
  firing: true,
  resolved: false,
};

/** An item as far as the memory reads it. */
type Told = Pick<PreparedItem, 'notification'>;

/** Remembers which alarms flap, so that they are told, and not shouted. Per process: one that remembers nothing tells in full. */
export interface FlapMemory {
  /** Decides which items are told now. The newest of an alarm that flaps stands for the others. */
  sift(items: readonly PreparedItem[]): Sifted;
  /** Notes that an item was shown. */
  told(item: Told): void;
  /** Notes that people were mentioned in a message that shows these items. */
  called(items: readonly Told[]): void;
  /**
   * Returns the last state of each alarm that was withheld and that no later message can tell any more, as nothing has
   * changed since and the alarm may be told again. Each is returned until it is queued.
   */
  settled(): readonly Notification[];
  /** Notes that such a state is queued. */
  queued(withheld: Notification): void;
}

interface Remembered {
  readonly flapping: Flapping;
  /** The newest change, if it was withheld and not told since. */
  readonly withheld?: Notification;
}

/** Creates an empty memory. @param now returns milliseconds since 1970. */
export function createFlapMemory(now: () => number): FlapMemory {
  const alarms = new Map<string, Remembered>();
  const known = (key: string): Remembered => alarms.get(key) ?? { flapping: STEADY };

  function remember(key: string, { flapping, withheld }: Remembered): void {
    alarms.delete(key);
    alarms.set(key, { flapping, ...(withheld && { withheld }) });
    if (alarms.size <= MAX_ALARMS) return;
    const [oldest] = [...alarms].find(([, remembered]) => !remembered.withheld) ?? [];
    if (oldest !== undefined) alarms.delete(oldest);
  }

  /** Returns false if as many states are withheld as are remembered at all: then none is withheld any more. */
  function isRoom(key: string): boolean {
    if (alarms.size < MAX_ALARMS || known(key).withheld) return true;
    return [...alarms.values()].some(({ withheld }) => !withheld);
  }

  function siftAlarm(key: string, items: readonly PreparedItem[]): Sifted {
    const sorted = items.toSorted((a, b) => a.notification.occurredAt - b.notification.occurredAt);
    const last = sorted.at(-1);
    if (!last) return { told: [], withheld: [] };
    const before = known(key);
    const flapping = sorted.map(({ notification }) => changeOf(notification)).reduce(withChange, before.flapping);
    const telling = tellingOf(flapping, changeOf(last.notification), now());
    if (telling.kind === 'withheld' && isRoom(key)) {
      remember(key, { flapping, ...newestOf(flapping, before.withheld, last.notification) });
      return { told: [], withheld: items };
    }
    remember(key, { ...before, flapping });
    if (telling.kind !== 'flapping') return { told: items, withheld: [] };
    return { told: [toldAs(last, telling)], withheld: items.filter((item) => item.messageId !== last.messageId) };
  }

  return {
    sift: (items) => {
      const byKey = groupBy(items.map(asReceived), ({ notification }) => keyOf(notification));
      const sifted = [...byKey].map(([key, some]) =>
        key === undefined ? { told: some, withheld: [] } : siftAlarm(key, some),
      );
      const told = new Map(sifted.flatMap((one) => one.told).map((item) => [item.messageId, item]));
      const inOrder = items.flatMap(({ messageId }) => told.get(messageId) ?? []);
      return { told: inOrder, withheld: sifted.flatMap((one) => one.withheld) };
    },
    told: ({ notification }) => {
      const key = keyOf(notification);
      if (key === undefined) return;
      const { flapping, withheld } = known(key);
      const { flaps } = notification;
      const telling: Telling = flaps ? { kind: 'flapping', ...flaps } : { kind: 'full' };
      const after = afterTold(flapping, changeOf(notification), telling, now());
      remember(key, { flapping: after, ...(withheld && newestOf(after, withheld)) });
    },
    called: (items) => {
      for (const [key, { notification }] of newestByKey(items)) {
        const change = changeOf(notification);
        const { flapping, ...others } = known(key);
        if (change.isAlarm && change.calls && notification.flaps?.calls !== false)
          remember(key, { ...others, flapping: afterCall(flapping, change, now()) });
      }
    },
    settled: () => {
      const due: Notification[] = [];
      for (const [key, { flapping, withheld }] of [...alarms]) {
        const last = withheld && !isOlder(flapping, changeOf(withheld)) ? withheld : undefined;
        if (!last && now() - (flapping.newest?.at ?? 0) > FLAP_WINDOW_MS) alarms.delete(key);
        if (last && tellingOf(flapping, changeOf(last), now()).kind !== 'withheld') due.push(last);
      }
      return due;
    },
    queued: (withheld) => {
      const key = keyOf(withheld);
      const remembered = key === undefined ? undefined : alarms.get(key);
      if (key !== undefined && remembered?.withheld === withheld) alarms.set(key, { flapping: remembered.flapping });
    },
  };
}

/** Returns the newest of some withheld changes, unless the group has read it or a newer one. */
function newestOf(
  { told }: Flapping,
  ...candidates: readonly (Notification | undefined)[]
): Pick<Remembered, 'withheld'> {
  const [newest] = candidates.filter((one) => one !== undefined).sort((a, b) => b.occurredAt - a.occurredAt);
  return newest && (told === undefined || newest.occurredAt > told.at) ? { withheld: newest } : {};
}

/** Returns the newest change of each alarm among items: a message that shows an alarm as over calls nobody for it. */
function newestByKey(items: readonly Told[]): ReadonlyMap<string, Told> {
  const byKey = new Map<string, Told>();
  for (const item of items) {
    const key = keyOf(item.notification);
    const other = key === undefined ? undefined : byKey.get(key);
    if (key !== undefined && !(other && other.notification.occurredAt > item.notification.occurredAt))
      byKey.set(key, item);
  }
  return byKey;
}

/** Returns the same text for each change of one alarm in one group, or `undefined` if nothing but a title names it. */
function keyOf({ robot, renderer, origin, ...content }: Notification): string | undefined {
  const { account, region, state = '' } = origin;
  if (content.kind !== 'rendered' || content.thing === undefined || !Object.hasOwn(IS_ALARM, state)) return undefined;
  // What is told again because it lasts is no change, and of several alerts, a row each, one may be new.
  if (content.icon !== undefined || content.rows?.length) return undefined;
  return JSON.stringify([robot, renderer, account, region, content.thing]);
}

function changeOf({ id, occurredAt, severity, mentions, origin }: Notification): StateChange {
  const { state = '' } = origin;
  const { all, mobiles, userIds } = mentions;
  // People who are left as names are not registered: their phones stay silent.
  const calls = all || mobiles.length + userIds.length > 0;
  return { id, at: occurredAt, severity, calls, isAlarm: IS_ALARM[state] ?? false, mayRepeat: state === 'firing' };
}

/** Returns an item without an earlier decision: one that was not shown may come back. */
function asReceived(item: PreparedItem): PreparedItem {
  if (item.notification.flaps === undefined) return item;
  const { flaps: _flaps, ...notification } = item.notification;
  return { ...item, notification };
}

/** The people it would call stay in it, for the time when it is decided again. */
function toldAs(item: PreparedItem, { count, calls }: Extract<Telling, { readonly kind: 'flapping' }>): PreparedItem {
  return { ...item, notification: { ...item.notification, flaps: { count, calls } } };
}
