import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { muteEnd, windowsOf } from '../../../src/watch/alarm/mute-window.js';

const iso = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString().slice(0, 16);

describe('muteEnd', () => {
  test.each<[string, string, string, string | undefined, string, string | undefined]>([
    ['a window of one time', 'at(2026-11-30T09:00)', 'PT4H', undefined, '2026-11-30T12:59Z', '2026-11-30T13:00'],
    ['one that is over', 'at(2026-11-30T09:00)', 'PT4H', undefined, '2026-11-30T13:00Z', undefined],
    ['one in a zone', 'at(2026-11-30T09:00)', 'PT4H', 'Asia/Shanghai', '2026-11-30T01:00Z', '2026-11-30T05:00'],
    [
      'every night, over midnight',
      'cron(0 23 * * *)',
      'PT8H',
      'Asia/Shanghai',
      '2026-11-29T17:30Z',
      '2026-11-29T23:00',
    ],
    ['every night, by day', 'cron(0 23 * * *)', 'PT8H', 'Asia/Shanghai', '2026-11-30T01:30Z', undefined],
    ['Sundays by name', 'cron(0 2 * * SUN)', 'PT1H30M', undefined, '2026-11-29T03:29Z', '2026-11-29T03:30'],
    ['Sundays, on Monday', 'cron(0 2 * * SUN)', 'PT1H30M', undefined, '2026-11-30T03:00Z', undefined],
    [
      'a week from the first of a month',
      'cron(0 1 1 NOV-DEC *)',
      'P7D',
      undefined,
      '2026-12-05T00:00Z',
      '2026-12-08T01:00',
    ],
    ['lists and ranges', 'cron(0,30 8-10 * * MON-FRI)', 'PT20M', undefined, '2026-11-30T09:45Z', '2026-11-30T09:50'],
    [
      'days of both kinds, which AWS leaves open',
      'cron(0 1 1 * SUN)',
      'P7D',
      undefined,
      '2026-12-05T00:00Z',
      undefined,
    ],
    ['a form that AWS does not document', 'rate(1 day)', 'PT1H', undefined, '2026-12-05T00:00Z', undefined],
    ['no duration', 'at(2026-11-30T09:00)', '', undefined, '2026-11-30T09:00Z', undefined],
  ])('%s', (_, Expression, Duration, Timezone, now, expected) => {
    expect(iso(muteEnd({ Expression, Duration, Timezone }, Date.parse(now)))).toBe(expected);
  });
});

describe('windowsOf', () => {
  const on = (given: object, from: string, to: string) =>
    windowsOf(given, { from: Date.parse(from), to: Date.parse(to) }).map((window) => [
      iso(window.from),
      iso(window.to),
    ]);

  test('the windows that touch a stretch, however long ago they began', () => {
    const nightly = { Expression: 'cron(0 23 * * *)', Duration: 'PT2H', Timezone: 'UTC' };
    expect(on(nightly, '2026-11-29T01:00Z', '2026-12-01T23:00Z')).toEqual([
      ['2026-11-29T23:00', '2026-11-30T01:00'],
      ['2026-11-30T23:00', '2026-12-01T01:00'],
    ]);
    expect(on({ ...nightly, Duration: 'P2D' }, '2026-11-30T12:00Z', '2026-11-30T12:05Z')).toEqual([
      ['2026-11-28T23:00', '2026-11-30T23:00'],
      ['2026-11-29T23:00', '2026-12-01T23:00'],
    ]);
  });

  test('a time that no calendar has begins nothing', () => {
    const given = { Expression: 'at(2026-13-45T01:00)', Duration: 'P1D', Timezone: 'UTC' };
    expect(on(given, '2026-01-01T00:00Z', '2027-12-31T00:00Z')).toEqual([]);
  });

  const NEW_YORK = 'America/New_York';
  test.each<[string, string, string, string, string | undefined]>([
    ['over the hour that the clock leaves out', 'cron(0 0 * * *)', 'PT4H', '2026-03-08', '09:00'],
    ['over the hour that comes twice', 'cron(0 0 * * *)', 'PT4H', '2026-11-01', '08:00'],
    ['from a time that the clock leaves out', 'cron(30 2 * * *)', 'PT1H', '2026-03-08', '08:30'],
    ['from a time that comes twice', 'cron(30 1 * * *)', 'PT1H', '2026-11-01', '06:30'],
    ['once, from a time that the clock leaves out', 'at(2026-03-08T02:30)', 'PT1H', '2026-03-08', '08:30'],
    ['on another day', 'cron(0 0 * * *)', 'PT4H', '2026-07-01', '08:00'],
  ])('a window %s lasts as long as it says', (_, Expression, Duration, day, expected) => {
    const given = { Expression, Duration, Timezone: NEW_YORK };
    const minutes = Array.from({ length: 720 }, (__, minute) => Date.parse(`${day}T00:00Z`) + minute * 60_000);
    const during = minutes.filter((now) => now > Date.parse(`${day}T04:30Z`) && muteEnd(given, now) !== undefined);
    expect(iso((during.at(-1) ?? 0) + 60_000)).toBe(`${day}T${expected}`);
    expect(during.every((now) => iso(muteEnd(given, now)) === `${day}T${expected}`)).toBe(true);
  });

  /** Moments at which clocks of these zones are set, and one at which none is. */
  const MOMENTS = ['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-10-03T15:30Z', '2026-04-04T15:00Z', '2026-07-01'];

  test('are the same whatever stretch is asked for, and on at the moments at which muteEnd says so', () => {
    let found = 0;
    const shown = fc.record({
      minute: fc.constantFrom('0', '30', '0,58', '14'),
      hour: fc.constantFrom('*', '1', '2', '3', '0-3', '22,23'),
      lasts: fc.constantFrom('PT1M', 'PT30M', 'PT1H', 'PT62M', 'PT90M', 'PT4H', 'P1D'),
      Timezone: fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Shanghai', undefined),
      moment: fc.constantFrom(...MOMENTS),
      minutes: fc.integer({ min: -180, max: 360 }),
    });
    fc.assert(
      fc.property(shown, ({ minute, hour, lasts, Timezone, moment, minutes }) => {
        const given = { Expression: `cron(${minute} ${hour} * * *)`, Duration: lasts, Timezone };
        const at = Date.parse(moment) + minutes * 60_000;
        const day = windowsOf(given, { from: at - 86_400_000, to: at + 86_400_000 });
        const now = day.filter(({ from, to }) => from <= at && at < to);
        found += now.length;
        expect(windowsOf(given, { from: at, to: at + 1 })).toEqual(now);
        expect(muteEnd(given, at)).toBe(now.at(-1)?.to);
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
