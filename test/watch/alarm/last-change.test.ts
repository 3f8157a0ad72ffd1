import { describe, expect, test } from 'vitest';
import { lastChangeIn } from '../../../src/watch/alarm/last-change.js';
import { slotOf } from '../../../src/watch/alarm/slot.js';
import type { AlarmState, Transition } from '../../../src/watch/alarm/transition.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 29, 18);

/** Changes between ALARM and OK every so often, the first of them an ALARM at START. */
const flapping = (count: number, everyMs: number): readonly Transition[] =>
  Array.from({ length: count }, (_, index) => ({
    at: START + index * everyMs,
    to: (index % 2 === 0 ? 'ALARM' : 'OK') satisfies AlarmState,
  }));
/** The ticks of two hours at which it is told as settled, minutes after START. */
const toldAt = (changes: readonly Transition[]): readonly number[] =>
  Array.from({ length: 24 }, (_, index) => index * 5 * MINUTE)
    .filter((ms) =>
      lastChangeIn(
        changes.filter(({ at }) => at <= START + ms),
        slotOf(START + ms),
      ),
    )
    .map((ms) => ms / MINUTE);

describe('lastChangeIn', () => {
  test.each([
    [5, 30_000],
    [6, 30_000],
    [9, 60_000],
    [21, 90_000],
    [10, 4.5 * MINUTE],
  ])('%i changes, one every %i ms, are told once, within ten minutes of the last', (count, everyMs) => {
    const told = toldAt(flapping(count, everyMs));
    const last = ((count - 1) * everyMs) / MINUTE;
    expect(told.filter((minute) => minute > last + 4)).toHaveLength(1);
    expect(told.at(-1)).toBeGreaterThan(last + 4);
    expect(told.at(-1)).toBeLessThanOrEqual(last + 9);
  });

  test.each<[string, readonly Transition[]]>([
    ['that was in ALARM twice', flapping(4, MINUTE)],
    ['whose changes are five minutes apart and more, as each of them is told', flapping(20, 5.1 * MINUTE)],
    [
      'whose ALARMs are more than half an hour apart',
      flapping(9, MINUTE).map((one, n) => ({ ...one, at: START + n * 16 * MINUTE })),
    ],
    ['without a history', []],
  ])('nothing is told of an alarm %s', (_, changes) => {
    expect(toldAt(changes)).toEqual([]);
  });

  test('a change long after the others is told as any other, not as settled', () => {
    expect(toldAt([...flapping(7, MINUTE), { at: START + 20 * MINUTE, to: 'OK' }])).toEqual([15]);
  });

  test('says the last state, its time and how often it was in ALARM', () => {
    expect(lastChangeIn(flapping(8, MINUTE), slotOf(START + 15 * MINUTE))).toEqual({
      at: START + 7 * MINUTE,
      to: 'OK',
      count: 4,
    });
  });
});
