import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOBODY } from '../../../src/domain/mentions.js';
import type { Call, Remind } from '../../../src/routing/rule.js';
import { SLOT_MS, slotOf } from '../../../src/watch/alarm/slot.js';
import { DEFAULT_UNTIL_MS, dueStep } from '../../../src/watch/reminders/steps.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SINCE = Date.UTC(2026, 10, 28, 18, 7);
const people = (...names: readonly string[]): Call => ({ ...NOBODY, people: names });
const LEVELS: readonly Remind[] = [
  { afterMs: 15 * MINUTE },
  { afterMs: 30 * MINUTE, call: people('李雷') },
  { afterMs: HOUR, call: people('韩梅梅') },
  { everyMs: 4 * HOUR },
];

/** The times, in minutes after the first ALARM, and steps that a row of ticks tells. */
function told(steps: readonly Remind[], ticks: number, lost: readonly number[] = []): readonly string[] {
  return Array.from({ length: ticks }, (_, index) => index)
    .filter((index) => !lost.includes(index))
    .flatMap((index) => {
      const due = dueStep(steps, SINCE, slotOf(SINCE + index * SLOT_MS));
      return due ? [`${(due.at - SINCE) / MINUTE}: ${due.index}`] : [];
    });
}

describe('dueStep', () => {
  test('each step is told once at its time, the last again and again for a day', () => {
    expect(told(LEVELS, 400)).toEqual(['15: 0', '30: 1', '60: 2', '300: 3', '540: 3', '780: 3', '1020: 3', '1260: 3']);
  });

  test('a lost tick loses its step and no other', () => {
    const all = told(LEVELS, 100);
    const slot = Array.from({ length: 100 }, (_, index) => index).find(
      (index) => told(LEVELS, 100, [index]).length < all.length,
    );
    expect(told(LEVELS, 100, [slot ?? -1])).toEqual(all.slice(1));
  });

  test('a repeat that begins the list counts from the first ALARM, and ends where it says', () => {
    expect(told([{ everyMs: HOUR, untilMs: 3 * HOUR }], 400)).toEqual(['60: 0', '120: 0', '180: 0']);
  });

  test('of two steps in one slot the later is told', () => {
    expect(
      told(
        [
          { afterMs: 16 * MINUTE, call: people('李雷') },
          { afterMs: 16.5 * MINUTE, call: people('王芳') },
        ],
        10,
      ),
    ).toEqual(['16.5: 1']);
  });

  test('ticks of any phase tell each step once', () => {
    const minutes = fc.uniqueArray(
      fc.integer({ min: 1, max: 50 }).map((count) => count * 6),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: SLOT_MS - 1 }), (after, phase) => {
        const steps = after.sort((a, b) => a - b).map((minute): Remind => ({ afterMs: minute * MINUTE }));
        const due = Array.from({ length: 100 }, (_, index) => slotOf(SINCE + phase + index * SLOT_MS)).flatMap(
          (slot) => dueStep(steps, SINCE, slot)?.at ?? [],
        );
        expect(due).toEqual(after.map((minute) => SINCE + minute * MINUTE));
      }),
    );
  });

  test('nothing is told after a day by a repeat without an end of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2000 }), (minutes) => {
        const slot = slotOf(SINCE + DEFAULT_UNTIL_MS + 2 * SLOT_MS + minutes * MINUTE);
        expect(dueStep([{ everyMs: minutes * MINUTE }], SINCE, slot)).toBeUndefined();
      }),
    );
  });
});
