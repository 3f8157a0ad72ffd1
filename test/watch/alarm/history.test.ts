import { describe, expect, test } from 'vitest';
import { endedAlarm } from '../../../src/watch/alarm/history.js';
import type { AlarmState, Transition } from '../../../src/watch/alarm/transition.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Changes by their minutes before noon. */
const changes = (...pairs: readonly (readonly [number, AlarmState])[]): readonly Transition[] =>
  pairs.map(([minutesBefore, to]) => ({ at: NOON - minutesBefore * MINUTE, to }));
const ended = (transitions: readonly Transition[], isCut = false) => endedAlarm({ transitions, isCut }, NOON);

describe('endedAlarm', () => {
  test('it lasted from the change to ALARM, whether the history has its end already or not', () => {
    const before = changes([30, 'OK'], [12, 'ALARM']);
    expect(ended(before)).toEqual({ ms: 12 * MINUTE, times: 1 });
    expect(ended([...before, ...changes([0, 'OK'])])).toEqual({ ms: 12 * MINUTE, times: 1 });
    expect(ended([...before, { at: NOON + 400, to: 'OK' }])).toEqual({ ms: 12 * MINUTE, times: 1 });
    expect(ended([...before, { at: NOON - 400, to: 'OK' }])).toEqual({ ms: 12 * MINUTE, times: 1 });
  });

  test('what came after the end counts for nothing', () => {
    expect(ended(changes([12, 'ALARM'], [0, 'OK'], [-1, 'ALARM'], [-2, 'OK']))).toEqual({ ms: 12 * MINUTE, times: 1 });
  });

  test('missing data after the ALARM does not end it', () => {
    expect(ended(changes([12, 'ALARM'], [5, 'INSUFFICIENT_DATA']))).toEqual({ ms: 12 * MINUTE, times: 1 });
  });

  test('of an ALARM that came again after missing data the latest counts, as its event has it', () => {
    expect(ended(changes([60, 'ALARM'], [40, 'INSUFFICIENT_DATA'], [12, 'ALARM']))).toEqual({
      ms: 12 * MINUTE,
      times: 2,
    });
  });

  test('an ALARM that is noted twice, as that of a composite alarm whose silence ended, began with the first', () => {
    expect(ended(changes([60, 'ALARM'], [12, 'ALARM']))).toEqual({ ms: HOUR, times: 1 });
  });

  test('an OK that ended no ALARM lasted nothing', () => {
    expect(ended([])).toBeUndefined();
    expect(ended(changes([5, 'INSUFFICIENT_DATA']))).toBeUndefined();
    expect(ended(changes([60, 'ALARM'], [40, 'OK'], [5, 'INSUFFICIENT_DATA']))).toBeUndefined();
  });

  test('the times are those of 24 hours before the end, this one included', () => {
    const day = changes([25 * 60, 'ALARM'], [24.5 * 60, 'OK'], [600, 'ALARM'], [590, 'OK'], [100, 'ALARM'], [90, 'OK']);
    expect(ended([...day, ...changes([12, 'ALARM'])])?.times).toBe(3);
  });

  test('an ALARM of days is known, and is none of the last 24 hours', () => {
    expect(ended(changes([3 * 24 * 60, 'ALARM']))).toEqual({ ms: 72 * HOUR, times: 0 });
  });

  test('where the history that was read is cut within the day, the times are not told', () => {
    expect(ended(changes([30, 'OK'], [12, 'ALARM']), true)).toEqual({ ms: 12 * MINUTE });
    expect(ended(changes([25 * 60, 'OK'], [12, 'ALARM']), true)).toEqual({ ms: 12 * MINUTE, times: 1 });
  });
});
