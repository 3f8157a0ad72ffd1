import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_WHO, nameForTag, readAck, standingOf, writeAck } from '../../../src/watch/ack/ack.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The end of this minute, which is what a tag without seconds means. */
const TAKEN = Date.UTC(2026, 10, 29, 3, 13) - 1;
const read = (value: string) => readAck(value, 'Asia/Shanghai');

describe('readAck', () => {
  test.each([
    ['李雷 2026-11-29T03:12Z 4h', { who: '李雷', since: TAKEN, forMs: 4 * HOUR }],
    ['李雷 2026-11-29T03:12Z', { who: '李雷', since: TAKEN }],
    ['李雷 2026-11-29T11:12+08:00 90m', { who: '李雷', since: TAKEN, forMs: 90 * MINUTE }],
    ['李雷 2026-11-29 11:12 4小时', { who: '李雷', since: TAKEN, forMs: 4 * HOUR }],
    ['李雷 2026-11-29T03:12Z 4H', { who: '李雷', since: TAKEN, forMs: 4 * HOUR }],
    ['李雷 2026-11-29T03:12Z 2 h', { who: '李雷', since: TAKEN, forMs: 2 * HOUR }],
    ['李雷 2026-11-29T03:12Z 4 小时', { who: '李雷', since: TAKEN, forMs: 4 * HOUR }],
    ['2026-11-29T03:12:30Z Han Meimei 1d', { who: 'Han Meimei', since: TAKEN + 1 - 30_000, forMs: 24 * HOUR }],
    ['2026-11-29T03:12Z', { who: '?', since: TAKEN }],
    ['李雷', { who: '李雷' }],
    ['李雷 4h', { who: '李雷', forMs: 4 * HOUR }],
    ['李雷 2026-13-45T03:12Z', { who: '李雷' }],
    ['shift of 2026-11-28T09:00Z 2026-11-29T03:12Z', { who: 'shift of 2026-11-28T09:00Z', since: TAKEN }],
    ['on it!', { who: 'on it!' }],
    ['', { who: '?' }],
  ])('readAck: %j, written by a program or by hand', (value, ack) => {
    expect(read(value)).toEqual(ack);
  });

  test('readAck: a name as long as a tag is cut', () => {
    expect([...read('雷'.repeat(256)).who]).toHaveLength(MAX_WHO);
  });

  test('readAck: reads what writeAck wrote, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(undefined, '30m', '4h', '1d'),
        (given, since, duration) => {
          const who = nameForTag(given);
          if (who === undefined) return;
          const value = writeAck(who, since, duration);
          expect(value).toMatch(/^[\p{L}\p{N} _.:/=+@-]{1,256}$/u);
          const ack = read(value);
          expect(ack.who).toBe(who);
          expect(Math.floor((ack.since ?? 0) / MINUTE)).toBe(Math.floor(since / MINUTE));
          expect(ack.forMs).toBe(duration && { '30m': HOUR / 2, '4h': 4 * HOUR, '1d': 24 * HOUR }[duration]);
        },
      ),
    );
  });
});

describe('nameForTag', () => {
  test.each([
    ['  李雷 ', '李雷'],
    ['<b>Lei</b>\n@ops', 'bLei/b @ops'],
    ['\u202e李\u200b雷🔥', '李雷'],
    ['Ａ　Ｂ', 'Ａ Ｂ'],
    ['<>', undefined],
    ['', undefined],
  ])('nameForTag: %j', (given, name) => {
    expect(nameForTag(given)).toBe(name);
  });
});

describe('standingOf', () => {
  const since = TAKEN;
  test.each([
    ['taken after the first ALARM', { since }, since - HOUR, since + 9 * HOUR, 'valid'],
    ['taken within the minute of the first ALARM', { since }, since - 59_000, since, 'valid'],
    ['its time has not passed', { since, forMs: 4 * HOUR }, since - HOUR, since + 4 * HOUR - 1, 'valid'],
    ['its time has passed', { since, forMs: 4 * HOUR }, since - HOUR, since + 4 * HOUR, 'over'],
    ['older than the change to ALARM', { since }, since + 1, since + HOUR, 'older'],
    ['a clock that is a little ahead', { since }, since - HOUR, since - 9 * MINUTE, 'valid'],
    ['local time written as UTC', { since }, since - 12 * HOUR, since - 8 * HOUR, 'in the future'],
    ['no time', {}, since, since + HOUR, 'without a time'],
  ] as const)('standingOf: %s', (_, ack, occurrence, now, standing) => {
    expect(standingOf({ who: '李雷', ...ack }, occurrence, now)).toBe(standing);
  });
});
