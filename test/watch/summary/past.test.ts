import { describe, expect, test } from 'vitest';
import type { AlarmState, Transition } from '../../../src/watch/alarm/transition.js';
import { pastOf } from '../../../src/watch/summary/past.js';

const MINUTE = 60_000;
const DAY = { from: 0, to: 24 * 60 * MINUTE };
/** Changes by their minute; each comes from the one before. */
const changes = (first: AlarmState, ...all: readonly (readonly [number, AlarmState])[]): readonly Transition[] =>
  all.map(([minute, to], index) => ({ at: minute * MINUTE, to, from: all[index - 1]?.[1] ?? first }));
const past = (transitions: readonly Transition[], changedAt = DAY.to) => {
  const { inAlarmMs, ...rest } = pastOf({ state: 'ALARM', changedAt }, transitions, DAY);
  return { ...rest, minutes: inAlarmMs / MINUTE };
};

describe('pastOf', () => {
  test('ALARMs are counted, and the time in ALARM up to the end', () => {
    expect(past(changes('OK', [10, 'ALARM'], [40, 'OK'], [1430, 'ALARM']))).toEqual({
      times: 2,
      flaps: false,
      minutes: 40,
    });
  });

  test('time without data is no time in ALARM', () => {
    expect(past(changes('OK', [10, 'ALARM'], [15, 'INSUFFICIENT_DATA'], [20, 'ALARM'], [25, 'OK']))).toEqual({
      ...{ times: 2, flaps: false, minutes: 10 },
    });
  });

  test('what was in ALARM at the begin counts once, from there on, by the change before or the state that its first one names', () => {
    expect(past(changes('ALARM', [30, 'OK']))).toEqual({ times: 1, flaps: false, minutes: 30 });
    expect(past(changes('INSUFFICIENT_DATA', [30, 'OK']))).toEqual({ times: 0, flaps: false, minutes: 0 });
    expect(past(changes('OK', [-60, 'ALARM'], [30, 'OK']))).toEqual({ times: 1, flaps: false, minutes: 30 });
    expect(past(changes('OK', [-60, 'ALARM'], [-30, 'OK']))).toEqual({ times: 0, flaps: false, minutes: 0 });
  });

  test('what has been in ALARM for longer than any history counts once, all the time', () => {
    expect(past([], -60 * MINUTE)).toEqual({ times: 1, flaps: false, minutes: 1440 });
    expect(past([])).toEqual({ times: 0, flaps: false, minutes: 0 });
  });

  test('three ALARMs within half an hour are flapping, and three within an hour are not', () => {
    const thrice = (every: number) =>
      [0, 1, 2].flatMap(
        (n) =>
          [
            [n * every, 'ALARM'],
            [n * every + 1, 'OK'],
          ] as const,
      );
    expect(past(changes('OK', ...thrice(15))).flaps).toBe(true);
    expect(past(changes('OK', ...thrice(16))).flaps).toBe(false);
  });

  test('changes after the end are left out', () => {
    expect(past(changes('OK', [1439, 'ALARM'], [1441, 'OK'], [1442, 'ALARM']))).toEqual({
      times: 1,
      flaps: false,
      minutes: 1,
    });
  });
});
