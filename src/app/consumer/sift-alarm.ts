import { type Telling, tellingOf, withChange } from '../../domain/flapping.js';
import type { Sifted } from '../../queue/lane/lane-parts.js';
import type { PreparedItem } from '../../queue/message/item.js';
import { changeOf } from './alarm-change.js';
import { newestOf, type RememberedAlarms } from './remembered-alarms.js';

/** Decides which changes of one alarm are told at `now`, milliseconds since 1970. The newest of one that flaps stands for the others. */
export function siftAlarm(alarms: RememberedAlarms, key: string, items: readonly PreparedItem[], now: number): Sifted {
  const sorted = items.toSorted((a, b) => a.notification.occurredAt - b.notification.occurredAt);
  const last = sorted.at(-1);
  if (!last) return { told: [], withheld: [] };
  const before = alarms.known(key);
  const flapping = sorted.map(({ notification }) => changeOf(notification)).reduce(withChange, before.flapping);
  const telling = tellingOf(flapping, changeOf(last.notification), now);
  if (telling.kind === 'withheld' && alarms.isRoom(key)) {
    alarms.remember(key, { flapping, ...newestOf(flapping, before.withheld, last.notification) });
    return { told: [], withheld: items };
  }
  alarms.remember(key, { ...before, flapping });
  if (telling.kind !== 'flapping') return { told: items, withheld: [] };
  return { told: [toldAs(last, telling)], withheld: items.filter((item) => item.messageId !== last.messageId) };
}

/** The people it would call stay in it, for the time when it is decided again. */
function toldAs(item: PreparedItem, { count, calls }: Extract<Telling, { readonly kind: 'flapping' }>): PreparedItem {
  return { ...item, notification: { ...item.notification, flaps: { count, calls } } };
}
