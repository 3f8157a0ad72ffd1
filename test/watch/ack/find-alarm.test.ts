import { describe, expect, test, vi } from 'vitest';
import { alarmDigest } from '../../../src/watch/ack/ack-link.js';
import { findAlarm } from '../../../src/watch/ack-page/find-alarm.js';
import { readDescribed } from '../../../src/watch/alarm/described-alarm.js';
import type { ReadHistory } from '../../../src/watch/alarm/history.js';

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

/** Finds the alarm of a link, of which one request answers so much. */
async function find(read: ReadHistory, at: number) {
  const history = vi.fn(async () => new Map([['cpu', FLAPPING]]));
  const cloudWatch = {
    ...{ history, named: async () => [], muteRules: async () => [] },
    ...{ tags: async () => ({}), tag: async () => {} },
    alarms: async () => [readDescribed(ALARM)].flatMap((one) => one ?? []),
    historyOf: async () => read,
  };
  const found = await findAlarm([{ cloudWatch, arnOf: () => ARN }], { alarm: alarmDigest(ARN), at }, NOON);
  return { found, requests: history.mock.calls.length };
}

describe('findAlarm', () => {
  test('the begin of its trouble is read from the history of one alarm, in one request', async () => {
    const { found, requests } = await find({ transitions: FLAPPING, isCut: false }, BEGIN);
    expect(found).toMatchObject({ kind: 'alarm', since: BEGIN });
    expect(requests).toBe(0);
  });

  test('older changes than its trouble has need not be read', async () => {
    const old = { at: BEGIN - 300 * HOUR, to: 'OK' as const };
    const { found, requests } = await find({ transitions: [old, ...FLAPPING], isCut: true }, BEGIN);
    expect([found.kind, requests]).toEqual(['alarm', 0]);
  });

  test('of one that changed so often that a request does not reach back, the region’s history is read', async () => {
    const { found, requests } = await find({ transitions: FLAPPING.slice(2), isCut: true }, BEGIN);
    expect(found).toMatchObject({ kind: 'alarm', since: BEGIN });
    expect(requests).toBe(1);
  });

  test('a link of an earlier time is not that of this one', async () => {
    const { found } = await find({ transitions: FLAPPING, isCut: false }, BEGIN - 1000);
    expect(found).toEqual({ kind: 'again', name: 'cpu', since: BEGIN });
  });
});
