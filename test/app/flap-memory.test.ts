import { describe, expect, it } from 'vitest';
import { createFlapMemory } from '../../src/app/flap-memory.js';
import { NOBODY, type Notification } from '../../src/domain/notification.js';
import type { PreparedItem } from '../../src/queue/item.js';
import { itemOf } from '../support/queue-item.js';

const MINUTE = 60_000;
const EVERYBODY = { ...NOBODY, all: true };

type State = 'ALARM' | 'OK' | 'firing' | 'resolved';

/** A change of an alarm's state, `minute` minutes after the start. */
function change(state: State, minute: number, over: Partial<Notification> = {}): PreparedItem {
  const isAlarm = state === 'ALARM' || state === 'firing';
  const id = `${state} ${over.title ?? ''} at ${minute}`;
  const notification: Notification = {
    kind: 'rendered',
    id,
    renderer: 'cloudwatch-alarm',
    severity: isAlarm ? 'critical' : 'recovery',
    title: 'pay-5xx',
    status: state,
    where: '',
    fields: [],
    occurredAt: minute * MINUTE,
    origin: { source: 'sns', account: '111122223333', region: 'ap-southeast-1', state, alarmName: 'pay-5xx' },
    robot: 'default',
    format: 'text',
    mentions: isAlarm ? EVERYBODY : NOBODY,
    ...over,
  } as Notification;
  return itemOf(id, { notification, whom: isAlarm ? '@所有人' : '' });
}

function setUp() {
  let now = 0;
  const memory = createFlapMemory(() => now);
  /** Tells a batch when its last change happens. Returns what is shown of it. */
  const tell = (...items: readonly PreparedItem[]): readonly PreparedItem[] => {
    now = Math.max(now, ...items.map(({ notification }) => notification.occurredAt));
    const { told } = memory.sift(items);
    for (const item of told) memory.told(item);
    return told;
  };
  const at = (minute: number): void => {
    now = minute * MINUTE;
  };
  return { memory, tell, at };
}

describe('createFlapMemory', () => {
  it('createFlapMemory: the third ALARM within half an hour says so, and calls nobody who was called a moment ago', () => {
    const { tell } = setUp();
    for (const item of [change('ALARM', 0), change('OK', 1), change('ALARM', 2), change('OK', 3)])
      expect(tell(item)).toEqual([item]);
    const [third] = tell(change('ALARM', 4));
    expect(third).toMatchObject({ whom: '', notification: { flaps: { count: 3, calls: false }, mentions: NOBODY } });
    expect(tell(change('OK', 5))).toEqual([]);
    expect(tell(change('ALARM', 10))).toMatchObject([{ notification: { flaps: { count: 4 } } }]);
  });

  it('createFlapMemory: what waited is told by its last state, which stands for the others', () => {
    const { memory } = setUp();
    const items = [0, 1, 2].flatMap((n) => [change('ALARM', n), change('OK', n + 0.5)]);
    const { told, withheld } = memory.sift(items);
    expect(told).toMatchObject([{ notification: { origin: { state: 'OK' }, flaps: { count: 3, calls: false } } }]);
    expect(withheld).toHaveLength(5);
  });

  it('createFlapMemory: what was not shown is decided again, the same way', () => {
    const { memory } = setUp();
    const items = [change('ALARM', 0), change('ALARM', 1), change('ALARM', 2)];
    expect(memory.sift(items)).toEqual(memory.sift(items));
  });

  it('createFlapMemory: another alarm, another group, and a message without an alarm are not counted with it', () => {
    const { tell } = setUp();
    for (const minute of [0, 1, 2, 3]) {
      tell(change('ALARM', minute));
      expect(tell(change('ALARM', minute, { title: `other ${minute}` }))).toHaveLength(1);
    }
    expect(tell(change('ALARM', 4, { robot: 'dba' }))[0]?.notification.flaps).toBeUndefined();
    expect(tell(itemOf('written'))).toHaveLength(1);
  });

  it('createFlapMemory: an alert that its sender repeats while it fires does not flap', () => {
    const { tell } = setUp();
    for (const minute of [0, 5, 10, 15]) expect(tell(change('firing', minute))[0]?.notification.flaps).toBeUndefined();
    tell(change('resolved', 16));
    tell(change('firing', 17));
    tell(change('resolved', 18));
    expect(tell(change('firing', 19))).toMatchObject([{ notification: { flaps: { count: 3 } } }]);
  });

  it('createFlapMemory: a process that remembers nothing tells in full', () => {
    for (const minute of [0, 1, 2, 3])
      expect(setUp().tell(change('ALARM', minute))[0]?.notification.flaps).toBeUndefined();
  });

  it('createFlapMemory: the last state, if it was withheld and nothing follows, is due once after five minutes', () => {
    const { memory, tell, at } = setUp();
    for (const minute of [0, 1, 2]) tell(change('ALARM', minute));
    tell(change('OK', 3));
    at(6.9);
    expect(memory.settled()).toEqual([]);
    at(7);
    expect(memory.settled()).toMatchObject([{ origin: { state: 'OK' } }]);
    expect(memory.settled()).toEqual([]);
  });
});
