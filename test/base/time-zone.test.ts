import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeZone, wallClock } from '../../src/base/time-zone.js';

const intl = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);

describe('wallClock', () => {
  test.each([
    'Asia/Shanghai',
    'Asia/Hong_Kong',
    'Asia/Singapore',
    'Asia/Taipei',
    'Asia/Tokyo',
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
  ])('%s: what Intl says, whenever', (timeZone) => {
    const formatted = fc.integer({ min: Date.UTC(1985, 0), max: Date.UTC(2200, 0) });
    fc.assert(
      fc.property(formatted, (ms) => {
        expect(wallClock(ms, timeZone)).toBe(intl(ms, timeZone));
      }),
    );
  });

  test.each([Date.UTC(9999, 11, 31, 23), Date.UTC(10_000, 0), 8e15, Date.UTC(1991, 6, 1), 0, -1])(
    'Asia/Shanghai at %d: what Intl says, whichever of the two ways it goes',
    (ms) => {
      expect(wallClock(ms, 'Asia/Shanghai')).toBe(intl(ms, 'Asia/Shanghai'));
    },
  );

  test('a name that is no zone is refused', () => {
    expect(() => wallClock(0, 'Asia/Peking')).toThrow(RangeError);
  });
});

test.each([
  ['Asia/Shanghai', true],
  ['Europe/Berlin', true],
  ['Asia/Peking', false],
  ['', false],
  ['constructor', false],
])('isTimeZone: %j is %s', (timeZone, is) => {
  expect(isTimeZone(timeZone)).toBe(is);
});
