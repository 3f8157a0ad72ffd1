import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatDuration, formatNumber, formatTime, parseTime } from '../../src/text/format.js';
import { wordsOf } from '../../src/text/words.js';

const zh = wordsOf('zh-CN');
const en = wordsOf('en');
const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);

describe('parseTime', () => {
  test.each([
    ['2026-11-22T12:00:00Z', NOON],
    ['2026-11-22T12:00:00.000+0000', NOON],
    ['2026-11-22T20:00:00+08:00', NOON],
    ['2026-11-22T12:00:00', NOON],
    ['2026-11-22 12:00', NOON],
    ['20261122T200000.000+0800', NOON],
    ['20261122T120000Z', NOON],
    ['2026-11-22 12:00:00.000', NOON],
    ['2026-11-22 12:00:00 UTC', NOON],
    ['Sun, 22 Nov 2026 12:00:00 GMT', NOON],
    ['Sun Nov 22 12:00:00 UTC 2026', NOON],
    ['Nov 22, 2026, 12:00:00 PM', NOON],
    ['Nov 22, 2026 12:00:00 PM', NOON],
    [NOON, NOON],
    [NOON / 1000, NOON],
    [String(NOON), NOON],
    [String(NOON / 1000), NOON],
  ])('%j is noon', (value, ms) => {
    expect(parseTime(value)).toBe(ms);
  });

  test.each([
    null,
    undefined,
    '',
    'payment 12',
    'version 2026',
    '12',
    0,
    -1,
    Number.NaN,
    8.64e15 + 1,
    Number.POSITIVE_INFINITY,
    {},
    [],
    true,
    '2026-13-45T99:99:99Z',
  ])('%j is no time', (value) => {
    expect(parseTime(value)).toBeUndefined();
  });

  test('anything at all: milliseconds or undefined, never NaN', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const ms = parseTime(value);
        expect(ms === undefined || Number.isFinite(new Date(ms).getTime())).toBe(true);
      }),
    );
  });
});

describe('formatTime', () => {
  test('local, to the second, with the day that is there', () => {
    expect(formatTime('2026-11-22T16:00:00Z', 'Asia/Shanghai')).toBe('2026-11-23 00:00:00');
    expect(formatTime('2026-07-01T12:00:00Z', 'Europe/Berlin')).toBe('2026-07-01 14:00:00');
  });

  test('what Intl cannot say is not said', () => {
    expect(formatTime(8.65e15, 'Asia/Shanghai')).toBeUndefined();
    expect(formatTime('soon', 'Asia/Shanghai')).toBeUndefined();
  });

  test('a number of 11 digits is a mobile, and one after the year 2100 nothing that happened', () => {
    for (const number of [13_800_138_000, '13800138000', 8_613_800_138_000, 4.2e12]) {
      expect(formatTime(number, 'Asia/Shanghai')).toBeUndefined();
    }
  });

  test('any time within range is a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e11, max: 4.1e12 }), (ms) => {
        expect(formatTime(ms, 'Asia/Shanghai')).toMatch(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      }),
    );
  });
});

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [12, '12'],
    [1234.5, '1,234.5'],
    [40.609605060341245, '40.61'],
    [0.000123, '0.000123'],
    [-0.5, '-0.5'],
    [1e21, '1,000,000,000,000,000,000,000'],
    [-1234567.891, '-1,234,567.89'],
    [999.999, '1,000'],
    [1.005, '1.01'],
    [-0.285, '-0.29'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('any number of at least its last digit reads as Intl writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 3 }), (value, digits) => {
        fc.pre(Math.abs(value) >= 10 ** -digits);
        expect(formatNumber(value, digits)).toBe(value.toLocaleString('en-US', { maximumFractionDigits: digits }));
      }),
    );
  });
});

describe('formatBytes', () => {
  test.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KB'],
    [1610612736, '1.5 GB'],
    [-2048, '-2 KB'],
    [2 ** 60, '1,024 PB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatDuration', () => {
  test.each([
    [0, '0 毫秒', '0 ms'],
    [999, '999 毫秒', '999 ms'],
    [1000, '1 秒', '1 s'],
    [59_600, '1 分钟', '1 min'],
    [754_000, '12 分钟 34 秒', '12 min 34 s'],
    [3_600_000, '1 小时', '1 h'],
    [3_600_000 + 30_000, '1 小时', '1 h'],
    [90_061_000, '1 天 1 小时', '1 d 1 h'],
  ])('%d ms is %s, %s', (ms, chinese, english) => {
    expect(formatDuration(ms, zh)).toBe(chinese);
    expect(formatDuration(ms, en)).toBe(english);
  });

  test('any length is told in one or two units, never empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (ms) => {
        expect(formatDuration(ms, en)).toMatch(/^\d+ (d|h|min|s|ms)( \d+ (h|min|s))?$/);
      }),
    );
  });
});
