import { describe, expect, it } from 'vitest';
import { createFlapMemory } from '../../../src/app/consumer/flap-memory.js';
import type { Row } from '../../../src/domain/content.js';
import { type Mentions, NOBODY } from '../../../src/domain/mentions.js';
import type { Notification } from '../../../src/domain/notification.js';
import type { PreparedItem } from '../../../src/queue/message/item.js';
import { itemOf } from '../../support/queue-item.js';

const MINUTE = 60_000;
const EVERYBODY: Mentions = { ...NOBODY, all: true };

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
    thing: over.title ?? 'pay-5xx',
    fields: [],
    occurredAt: minute * MINUTE,
    origin: {
      source: 'sns',
      account: '111122223333',
      region: 'ap-southeast-1',
      state,
      alarmName: 'pay-5xx',
    },
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
    memory.called(told);
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
    expect(third).toMatchObject({ notification: { flaps: { count: 3, calls: false }, mentions: EVERYBODY } });
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
    const [last] = memory.settled();
    expect(last).toMatchObject({ origin: { state: 'OK' } });
    expect(memory.settled()).toEqual([last]);
    if (last) memory.queued(last);
    expect(memory.settled()).toEqual([]);
  });

  it('createFlapMemory: what only a title or a name names, and what is told again, is never withheld', () => {
    const { tell } = setUp();
    for (const minute of [0, 1, 2, 3, 4]) {
      const unnamed = change('ALARM', minute, { title: 'unnamed', thing: undefined } as Partial<Notification>);
      const again = change('ALARM', minute, { title: 'again', icon: 'clock' } as Partial<Notification>);
      const several = change('firing', minute, {
        title: 'several',
        rows: [{ text: 'web-1' }],
      } as Partial<Notification>);
      expect(tell(unnamed, again, several)).toEqual([unnamed, again, several]);
    }
  });

  it('createFlapMemory: a flapping alarm calls if no message about it has mentioned anybody', () => {
    const { memory } = setUp();
    const error: Partial<Notification> = { severity: 'error' };
    const [first] = memory.sift([0, 1, 2].map((minute) => change('ALARM', minute, error))).told;
    expect(first?.notification.flaps).toEqual({ count: 3, calls: true });
    if (first) memory.told(first);
    const [second] = memory.sift([change('ALARM', 3, error)]).told;
    expect(second?.notification.flaps).toEqual({ count: 4, calls: true });
    if (second) memory.called([second]);
    if (second) memory.told(second);
    expect(memory.sift([change('ALARM', 4, error)]).told).toEqual([]);
  });

  it('createFlapMemory: a message that shows an alarm as over calls nobody for it', () => {
    const { memory } = setUp();
    memory.called([change('ALARM', 0), change('OK', 1)]);
    const { told } = memory.sift([2, 3, 4].map((minute) => change('ALARM', minute, { severity: 'error' })));
    expect(told[0]?.notification.flaps?.calls).toBe(true);
  });

  it('createFlapMemory: the last state is the one that happened last, whichever arrives last', () => {
    const { memory, tell, at } = setUp();
    for (const minute of [0, 1, 2]) tell(change('ALARM', minute));
    tell(change('ALARM', 4));
    tell(change('OK', 3));
    at(8);
    expect(memory.settled()).toMatchObject([{ id: 'ALARM  at 4' }]);
  });

  it('createFlapMemory: an older change that is shown late leaves the withheld one due', () => {
    const { memory, tell, at } = setUp();
    for (const minute of [0, 1]) tell(change('ALARM', minute));
    const { told } = memory.sift([change('ALARM', 2)]);
    tell(change('OK', 3));
    tell(change('OK', 4));
    for (const item of told) memory.told(item);
    at(12);
    expect(memory.settled()).toMatchObject([{ id: 'OK  at 4' }]);
  });

  it('createFlapMemory: a withheld state outlives any number of other alarms', () => {
    const { memory, tell, at } = setUp();
    for (const minute of [0, 1, 2]) tell(change('ALARM', minute));
    tell(change('OK', 3));
    for (let n = 0; n < 1500; n++) memory.sift([change('ALARM', 3, { title: `other ${n}` })]);
    at(8);
    expect(memory.settled()).toMatchObject([{ origin: { state: 'OK' } }]);
  });

  it('createFlapMemory: what comes back with an earlier decision is decided anew, with its people', () => {
    const { memory } = setUp();
    for (const minute of [0, 1]) memory.called([change('ALARM', minute)]);
    const { told } = memory.sift([0, 1, 2].map((minute) => change('ALARM', minute)));
    expect(told).toMatchObject([{ notification: { flaps: { calls: false } } }]);
    const [again] = createFlapMemory(() => 0).sift(told).told;
    expect(again?.notification).toMatchObject({ mentions: EVERYBODY });
    expect(again?.notification.flaps).toBeUndefined();
  });

  it('createFlapMemory: changes five minutes apart are each told, however late they arrive', () => {
    const { memory, at } = setUp();
    const [first, ...others] = [0, 6, 12, 18, 24].flatMap((minute, n) => change(n % 2 === 0 ? 'ALARM' : 'OK', minute));
    at(60);
    for (const item of [first, ...others]) {
      if (!item) continue;
      const { told } = memory.sift([item]);
      expect(told).toHaveLength(1);
      for (const one of told) memory.told(one);
    }
  });

  it('createFlapMemory: what a tick tells is not due, and is forgotten after half an hour', () => {
    let now = 0;
    const memory = createFlapMemory(
      () => now,
      ({ title }) => title === 'pay-5xx',
    );
    for (const item of [0, 1, 2].map((minute) => change('ALARM', minute)).concat(change('OK', 3))) {
      now = item.notification.occurredAt;
      for (const told of memory.sift([item]).told) memory.told(told);
    }
    now = 20 * MINUTE;
    expect(memory.settled()).toEqual([]);
  });

  describe('a reminder with the last states of alarms', () => {
    const settled = (thing: string, minute: number): Row => ({
      text: thing,
      settled: {
        ...{ renderer: 'cloudwatch-alarm', account: '111122223333', region: 'ap-southeast-1' },
        ...{ thing, at: minute * MINUTE },
      },
    });
    const reminder = (...rows: readonly Row[]): PreparedItem => {
      const item = change('ALARM', 9, { id: 'still', icon: 'clock' } as Partial<Notification>);
      return { ...item, notification: { ...item.notification, rows } as Notification };
    };
    const rowsOf = (items: readonly PreparedItem[]) =>
      items.map(({ notification }) =>
        notification.kind === 'rendered' ? notification.rows?.map(({ text }) => text) : [],
      );

    it('is told whole by a process that remembers nothing', () => {
      expect(rowsOf(setUp().memory.sift([reminder(settled('pay-5xx', 3))]).told)).toEqual([['pay-5xx']]);
    });

    it('is not told if the group has read them, and tells what else it has', () => {
      const { memory, tell } = setUp();
      tell(change('OK', 3));
      const known = reminder(settled('pay-5xx', 3));
      expect(memory.sift([known])).toEqual({ told: [], withheld: [known] });
      expect(rowsOf(memory.sift([reminder({ text: 'still' }, settled('pay-5xx', 3))]).told)).toEqual([['still']]);
      expect(rowsOf(memory.sift([reminder(settled('pay-5xx', 3), settled('other', 3))]).told)).toEqual([
        ['pay-5xx', 'other'],
      ]);
      expect(rowsOf(memory.sift([reminder(settled('pay-5xx', 4))]).told)).toEqual([['pay-5xx']]);
    });

    it('has told them: neither a heartbeat nor another reminder tells them again', () => {
      const { memory, tell, at } = setUp();
      for (const minute of [0, 1, 2]) tell(change('ALARM', minute));
      tell(change('OK', 3));
      at(9);
      const [item] = memory.sift([reminder(settled('pay-5xx', 3))]).told;
      if (item) memory.told(item);
      expect(memory.settled()).toEqual([]);
      expect(memory.sift([reminder(settled('pay-5xx', 3))]).told).toEqual([]);
    });
  });
});
