import {
  afterTold,
  FLAP_WINDOW_MS,
  type Flapping,
  STEADY,
  type StateChange,
  type Telling,
  tellingOf,
  withChange,
} from '../domain/flapping.js';
import { NOBODY, type Notification } from '../domain/notification.js';
import type { PreparedItem } from '../queue/item.js';
import type { Sifted } from '../queue/plan.js';

/** Most alarms remembered. The one that changed longest ago is forgotten first, and is told in full again. */
const MAX_ALARMS = 1000;

/** The states of an alarm in their senders' own words, and whether they are bad. */
const IS_ALARM: Readonly<Record<string, boolean>> = {
  ALARM: true,
  OK: false,
  INSUFFICIENT_DATA: false,
  firing: true,
  resolved: false,
};

/** Remembers which alarms flap, so that they are told, and not shouted. Per process: one that remembers nothing tells in full. */
export interface FlapMemory {
  /** Decides which items are told now. The last of an alarm that flaps stands for the others. */
  sift(items: readonly PreparedItem[]): Sifted;
  /** Notes that an item was shown. */
  told(item: Pick<PreparedItem, 'notification'>): void;
  /**
   * Returns the last state of each alarm that was withheld and that no later message can tell any more, as nothing has
   * changed since and the alarm may be told again. Each is returned once.
   */
  settled(): readonly Notification[];
}

interface Remembered {
  readonly flapping: Flapping;
  /** The last change, if it was withheld. */
  readonly withheld?: Notification;
}

/** Creates an empty memory. @param now returns milliseconds since 1970. */
export function createFlapMemory(now: () => number): FlapMemory {
  const alarms = new Map<string, Remembered>();
  const known = (key: string): Remembered => alarms.get(key) ?? { flapping: STEADY };

  function remember(key: string, remembered: Remembered): void {
    alarms.delete(key);
    alarms.set(key, remembered);
    const [oldest] = alarms.keys();
    if (alarms.size > MAX_ALARMS && oldest !== undefined) alarms.delete(oldest);
  }

  function siftAlarm(key: string, items: readonly PreparedItem[]): Sifted {
    const sorted = items.toSorted((a, b) => a.notification.occurredAt - b.notification.occurredAt);
    const flapping = sorted.map(({ notification }) => changeOf(notification)).reduce(withChange, known(key).flapping);
    const last = sorted.at(-1);
    const telling: Telling = last ? tellingOf(flapping, changeOf(last.notification), now()) : { kind: 'full' };
    remember(key, { flapping, ...(telling.kind === 'withheld' && last && { withheld: last.notification }) });
    if (telling.kind === 'full' || !last) return { told: items, withheld: [] };
    const others = items.filter((item) => item !== last);
    return telling.kind === 'withheld'
      ? { told: [], withheld: items }
      : { told: [toldAs(last, telling)], withheld: others };
  }

  return {
    sift: (items) => {
      const byKey = new Map<string, PreparedItem[]>();
      const others: PreparedItem[] = [];
      for (const item of items) {
        const key = keyOf(item.notification);
        if (key === undefined) others.push(item);
        else byKey.set(key, [...(byKey.get(key) ?? []), item]);
      }
      const sifted = [...byKey].map(([key, some]) => siftAlarm(key, some));
      const told = new Map([...others, ...sifted.flatMap((one) => one.told)].map((item) => [item.messageId, item]));
      const inOrder = items.flatMap(({ messageId }) => told.get(messageId) ?? []);
      return { told: inOrder, withheld: sifted.flatMap((one) => one.withheld) };
    },
    told: ({ notification }) => {
      const key = keyOf(notification);
      if (key === undefined) return;
      const { flapping } = known(key);
      const change = changeOf(notification);
      const { flaps } = notification;
      const telling: Telling = flaps ? { kind: 'flapping', count: flaps.count, calls: flaps.calls } : { kind: 'full' };
      remember(key, { flapping: afterTold(flapping, change, telling, now()) });
    },
    settled: () => {
      const due: Notification[] = [];
      for (const [key, { flapping, withheld }] of [...alarms]) {
        if (now() - Math.max(...flapping.alarms.map(({ at }) => at)) > FLAP_WINDOW_MS && !withheld) alarms.delete(key);
        if (!withheld || tellingOf(flapping, changeOf(withheld), now()).kind === 'withheld') continue;
        due.push(withheld);
        alarms.set(key, { flapping });
      }
      return due;
    },
  };
}

/** Returns the same text for each change of one alarm in one group, or `undefined` if it is no alarm with a name. */
function keyOf({ robot, renderer, title, kind, origin }: Notification): string | undefined {
  const { account, region, alarmName, state = '' } = origin;
  if (kind !== 'rendered' || alarmName === undefined || !Object.hasOwn(IS_ALARM, state)) return undefined;
  return JSON.stringify([robot, renderer, account, region, alarmName, title]);
}

function changeOf({ id, occurredAt, severity, origin }: Notification): StateChange {
  const { state = '' } = origin;
  return { id, at: occurredAt, severity, isAlarm: IS_ALARM[state] ?? false, mayRepeat: state === 'firing' };
}

function toldAs(item: PreparedItem, { count, calls }: Extract<Telling, { readonly kind: 'flapping' }>): PreparedItem {
  const { notification } = item;
  const flaps = { count, calls };
  if (calls) return { ...item, notification: { ...notification, flaps } };
  return { ...item, whom: '', notification: { ...notification, flaps, mentions: NOBODY } };
}
