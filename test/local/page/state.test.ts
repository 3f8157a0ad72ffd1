import { describe, expect, it } from 'vitest';
import type { GroupEntry, Happening, ReadNotification } from '../../../local/group/entry.js';
import { callsThisMinute, stateOf } from '../../../local/page/standing.js';
import { after, NOTHING, type State } from '../../../local/page/state.js';

const GROUP: Happening = {
  kind: 'group',
  robots: ['default', 'dba'],
  people: {},
  timeZone: 'Asia/Shanghai',
  settings: { language: 'zh-CN', format: 'text', speed: 1 },
};

function notification(over: Partial<ReadNotification> = {}): ReadNotification {
  return {
    id: 'a',
    renderer: 'cloudwatch-alarm',
    source: 'sns',
    severity: 'critical',
    title: '支付网关 5xx 过多',
    status: '告警',
    where: '生产',
    occurredAt: 0,
    robot: 'default',
    format: 'text',
    mentions: { all: false, mobiles: [], userIds: [], people: [] },
    ...over,
  };
}

const received = (trace: number): Happening => ({ kind: 'received', trace, via: 'sample', label: 'x.json' });
const read = (trace: number, ...notifications: readonly ReadNotification[]): Happening => ({
  ...{ kind: 'read', trace, notifications, skipped: [] },
});
const shown = (number: number): Happening => ({
  ...{ kind: 'shown', number, robot: 'default', message: { msgtype: 'text' } },
  mentions: { all: false, mobiles: [], userIds: [] },
});
const outcome = (trace: number, status: string, over: object = {}): Happening => ({
  ...{ kind: 'outcome', trace, id: 'a', robot: 'default', status, shown: [], attempts: [], ...over },
});
const answered = (trace: number, ok: boolean, text = 'null'): Happening => ({ kind: 'answered', trace, ok, text });

/** The state after these, a second apart. */
function stateAfter(...happenings: readonly Happening[]): State {
  const entries = [GROUP, ...happenings].map(
    (one, index): GroupEntry => ({ ...one, seq: index + 1, at: index * 1000 }),
  );
  return entries.reduce(after, NOTHING);
}

function standing(...happenings: readonly Happening[]): string | undefined {
  const trace = stateAfter(received(1), ...happenings).traces.get(1);
  return trace && stateOf(trace);
}

describe('stateOf', () => {
  it.each<[string, readonly Happening[]]>([
    ['received', []],
    ['waiting', [read(1, notification())]],
    ['delivered', [read(1, notification()), outcome(1, 'delivered')]],
    ['retrying', [read(1, notification()), outcome(1, 'unavailable', { code: 'wecom:-1' })]],
    ['delivered', [read(1, notification()), outcome(1, 'unavailable'), outcome(1, 'delivered')]],
    ['refused', [read(1, notification()), outcome(1, 'refused', { code: 'wecom:93000' })]],
    ['duplicate', [read(1, notification({ duplicateOf: 7 }))]],
    ['waiting', [read(1, notification(), notification({ id: 'b' })), outcome(1, 'delivered')]],
    ['failed', [read(1), answered(1, false, 'Cannot read the event')]],
    ['failed', [read(1), answered(1, true, '{"statusCode":401}')]],
    ['stray', [read(1), answered(1, true, '{"statusCode":404,"headers":{}}')]],
    ['stray', [read(1), answered(1, true, '{"statusCode":405}')]],
    ['skipped', [{ kind: 'read', trace: 1, notifications: [], skipped: [{ renderer: 'x', why: 'muted' }] }]],
  ])('%s (case %#)', (expected, happenings) => {
    expect(standing(...happenings)).toBe(expected);
  });
});

describe('after', () => {
  it('a message knows every event that it shows, and each of them the message', () => {
    const state = stateAfter(
      ...[received(1), received(2), read(1, notification()), read(2, notification({ id: 'b' }))],
      ...[shown(1), outcome(1, 'delivered', { shown: [1] }), outcome(2, 'delivered', { id: 'b', shown: [1] })],
    );
    expect(state.messages.map(({ traces }) => traces)).toEqual([[1, 2]]);
    expect(state.traces.get(2)?.journeys[0]?.messages).toEqual([1]);
  });

  it('a failed attempt shows nothing', () => {
    const state = stateAfter(received(1), read(1, notification()), shown(1), outcome(1, 'unavailable', { shown: [1] }));
    expect(state.messages[0]?.traces).toEqual([]);
  });

  it('an outcome is of the part and robot it names', () => {
    const parts = [notification({ part: '1/2' }), notification({ part: '2/2' }), notification({ robot: 'dba' })];
    const state = stateAfter(received(1), read(1, ...parts), outcome(1, 'delivered', { part: '2/2' }));
    expect(state.traces.get(1)?.journeys.map(({ outcomes }) => outcomes.length)).toEqual([0, 1, 0]);
  });

  it('a message for an unknown robot went to another: its id decides', () => {
    const state = stateAfter(received(1), read(1, notification({ robot: 'nobody' })), outcome(1, 'delivered'));
    expect(state.traces.get(1)?.journeys[0]?.outcomes).toHaveLength(1);
  });

  it('taken: counts how often the queue handed it out', () => {
    const taken: Happening = { kind: 'taken', items: [{ trace: 1, id: 'a', robot: 'default', receiveCount: 3 }] };
    const state = stateAfter(received(1), read(1, notification()), taken);
    expect(state.traces.get(1)?.journeys[0]?.receiveCount).toBe(3);
  });

  it('an outcome of an event it does not know changes nothing', () => {
    expect(stateAfter(outcome(9, 'delivered')).traces.size).toBe(0);
  });

  it('a new group forgets everything before', () => {
    const state = stateAfter(received(1), read(1, notification()), shown(1), GROUP);
    expect(state).toEqual(stateAfter());
  });
});

describe('callsThisMinute', () => {
  it('counts the posts of one robot in the sixty seconds that end now', () => {
    const attempt = (robot: string): Happening => ({ kind: 'attempt', number: 1, robot, errcode: 0 });
    const state = stateAfter(attempt('default'), attempt('default'), attempt('dba'));
    expect(callsThisMinute(state, 'default', 3000)).toBe(2);
    expect(callsThisMinute(state, 'default', 61_000)).toBe(1);
    expect(callsThisMinute(state, 'default', 62_000)).toBe(0);
    expect(callsThisMinute(state, 'dba', 3000)).toBe(1);
  });
});
