import { groupBy } from '../../base/group-by.js';
import type { SettledState } from '../../domain/content.js';
import {
  afterCall,
  afterTold,
  CLOCKS_MS,
  FLAP_WINDOW_MS,
  isOlder,
  type Telling,
  tellingOf,
} from '../../domain/flapping.js';
import type { Notification } from '../../domain/notification.js';
import type { Sifted } from '../../queue/lane/lane-parts.js';
import type { PreparedItem } from '../../queue/message/item.js';
import { changeOf, keyOf, keyOfSettled } from './alarm-change.js';
import { createRememberedAlarms, newestOf } from './remembered-alarms.js';
import { settledIn, withoutRead } from './settled-rows.js';
import { siftAlarm } from './sift-alarm.js';

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
   * changed since and the alarm may be told again. Each is returned until it is queued. Those that a tick tells are left out.
   */
  settled(): readonly Notification[];
  /** Notes that such a state is queued. */
  queued(withheld: Notification): void;
}

/**
 * Creates an empty memory.
 * @param now returns milliseconds since 1970.
 * @param isWatched returns true for a change after which a tick tells the state in which its alarm settled. Default none.
 */
export function createFlapMemory(
  now: () => number,
  isWatched: (notification: Notification) => boolean = () => false,
): FlapMemory {
  const alarms = createRememberedAlarms();
  const { known, remember } = alarms;

  /** Of a reminder, the last states that the group has read are left out. */
  function siftOthers(items: readonly PreparedItem[]): Sifted {
    const told = items.flatMap((item) => {
      const isRead = (settled: SettledState) =>
        settled.at - CLOCKS_MS <= (known(keyOfSettled(item.notification, settled)).flapping.told?.at ?? 0);
      const notification = withoutRead(item.notification, isRead);
      return notification === item.notification ? item : notification ? { ...item, notification } : [];
    });
    const ids = new Set(told.map(({ messageId }) => messageId));
    return { told, withheld: items.filter(({ messageId }) => !ids.has(messageId)) };
  }

  /** Notes the last states of alarms that a reminder tells. */
  function toldSettled(notification: Notification): void {
    for (const settled of settledIn(notification)) {
      const key = keyOfSettled(notification, settled);
      const { flapping, withheld } = known(key);
      const after = { ...flapping, told: { at: Math.max(settled.at, flapping.told?.at ?? 0) } };
      remember(key, { flapping: after, ...newestOf(after, withheld) });
    }
  }

  return {
    sift: (items) => {
      const byKey = groupBy(items.map(asReceived), ({ notification }) => keyOf(notification));
      const sifted = [...byKey].map(([key, some]) =>
        key === undefined ? siftOthers(some) : siftAlarm(alarms, key, some, now()),
      );
      const told = new Map(sifted.flatMap((one) => one.told).map((item) => [item.messageId, item]));
      const inOrder = items.flatMap(({ messageId }) => told.get(messageId) ?? []);
      return { told: inOrder, withheld: sifted.flatMap((one) => one.withheld) };
    },
    told: ({ notification }) => {
      const key = keyOf(notification);
      if (key === undefined) return toldSettled(notification);
      const { flapping, withheld } = known(key);
      const { flaps } = notification;
      const telling: Telling = flaps ? { kind: 'flapping', ...flaps } : { kind: 'full' };
      const after = afterTold(flapping, changeOf(notification), telling, now());
      remember(key, { flapping: after, ...newestOf(after, withheld) });
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
      for (const [key, { flapping, withheld }] of alarms.all()) {
        const isLast = withheld && !isOlder(flapping, changeOf(withheld)) && !isWatched(withheld);
        const last = isLast ? withheld : undefined;
        if (!last && now() - (flapping.newest?.at ?? 0) > FLAP_WINDOW_MS) alarms.forget(key);
        if (last && tellingOf(flapping, changeOf(last), now()).kind !== 'withheld') due.push(last);
      }
      return due;
    },
    queued: (withheld) => {
      const key = keyOf(withheld);
      if (key !== undefined) alarms.release(key, withheld);
    },
  };
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

/** Returns an item without an earlier decision: one that was not shown may come back. */
function asReceived(item: PreparedItem): PreparedItem {
  if (item.notification.flaps === undefined) return item;
  const { flaps: _flaps, ...notification } = item.notification;
  return { ...item, notification };
}
