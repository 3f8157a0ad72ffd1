import { describe, expect, test, vi } from 'vitest';
import { alarmDigest } from '../../../src/watch/ack/ack-link.js';
import { findAlarm } from '../../../src/watch/ack-page/find-alarm.js';
import { readDescribed } from '../../../src/watch/alarm/described-alarm.js';
import type { Transition } from '../../../src/watch/alarm/transition.js';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 30, 12);
const ARN = 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:cpu';
const ALARM = {
  ...{ AlarmName: 'cpu', AlarmArn: ARN, StateValue: 'ALARM' },
  StateTransitionedTimestamp: new Date(NOON - HOUR),
};
const BEGIN = NOON - 3 * HOUR;
/** Two hours in which it was OK for five minutes. */
const FLAPPING = [
  { at: BEGIN, to: 'ALARM' as const },
  { at: NOON - HOUR - 300_000, to: 'OK' as const },
  { at: NOON - HOUR, to: 'ALARM' as const },
];

/** Finds the alarm of a link, with a history of which one request answers so many changes. */
async function find(changes: readonly Transition[], at: number, page = 100) {
  const historyOf = vi.fn(async (_: string, to: number) => {
    const known = changes.filter((change) => change.at <= to);
    return { transitions: known.slice(-page), isCut: known.length > page };
  });
  const cloudWatch = {
    ...{ changes: async () => ({ history: new Map() }), named: async () => [], muteRules: async () => [] },
    ...{ tags: async () => ({}), tag: async () => {}, historyOf },
    alarms: async () => [readDescribed(ALARM)].flatMap((one) => one ?? []),
  };
  const found = await findAlarm([{ cloudWatch, arnOf: () => ARN }], { alarm: alarmDigest(ARN), at }, NOON);
  return { found, requests: historyOf.mock.calls.length };
}

describe('findAlarm', () => {
  test('the begin of its trouble is read from the history of one alarm, in one request', async () => {
    const { found, requests } = await find(FLAPPING, BEGIN);
    expect(found).toMatchObject({ kind: 'alarm', since: BEGIN });
    expect(requests).toBe(1);
  });

  test('older changes than its trouble has need not be read', async () => {
    const old = [400, 300].map((hours) => ({ at: BEGIN - hours * HOUR, to: 'OK' as const }));
    const { found, requests } = await find([...old, ...FLAPPING], BEGIN, 4);
    expect([found.kind, requests]).toEqual(['alarm', 1]);
  });

  test('of one that changed so often that a request does not reach back, more is read, as far as its trouble goes', async () => {
    const { found, requests } = await find(FLAPPING, BEGIN, 1);
    expect(found).toMatchObject({ kind: 'alarm', since: BEGIN });
    expect(requests).toBe(3);
  });

  test('a link of an earlier time is not that of this one', async () => {
    const { found } = await find(FLAPPING, BEGIN - 1000);
    expect(found).toEqual({ kind: 'again', name: 'cpu', since: BEGIN });
  });
});
