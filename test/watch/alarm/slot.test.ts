import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIn, SLOT_MS, slotOf } from '../../../src/watch/alarm/slot.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const time = fc.integer({ min: NOON, max: NOON + 30 * 24 * 3_600_000 });

describe('slotOf', () => {
  test('is the five minutes before a tick, floored', () => {
    expect(slotOf(NOON + 61_000)).toEqual({ from: NOON - SLOT_MS, to: NOON });
    expect(slotOf(NOON)).toEqual({ from: NOON - SLOT_MS, to: NOON });
  });

  test('ticks five minutes apart share no moment and leave none out, however they jitter within their five minutes', () => {
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: 0, max: SLOT_MS - 1 }),
        fc.integer({ min: 0, max: SLOT_MS - 1 }),
        (start, a, b) => {
          const begin = Math.floor(start / SLOT_MS) * SLOT_MS;
          const [first, second] = [slotOf(begin + a), slotOf(begin + SLOT_MS + b)];
          expect(second.from).toBe(first.to);
        },
      ),
    );
  });

  test('a moment lies in one slot of a day of ticks', () => {
    fc.assert(
      fc.property(time, (moment) => {
        const ticks = Array.from({ length: 288 }, (_, index) => moment + (index - 144) * SLOT_MS);
        expect(ticks.filter((tick) => isIn(moment, slotOf(tick)))).toHaveLength(1);
      }),
    );
  });
});
