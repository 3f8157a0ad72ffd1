import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { muteEnd, muteEndIn } from '../../../src/watch/alarm/mute-window.js';
import { SLOT_MS, type Slot, slotOf } from '../../../src/watch/alarm/slot.js';

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

describe('muteEndIn', () => {
  const schedule = { Expression: 'cron(0 23 * * *)', Duration: 'PT2H', Timezone: 'UTC' };
  const endIn = (given: object, to: string) => iso(muteEndIn(given, slotOf(Date.parse(to))));

  test('the end of a window lies in one slot', () => {
    const slots = ['2026-11-30T00:55Z', '2026-11-30T01:00Z', '2026-11-30T01:05Z', '2026-11-30T01:10Z'];
    expect(slots.map((to) => endIn(schedule, to))).toEqual([undefined, undefined, '2026-11-30T01:00', undefined]);
  });

  test('a window that another one of the rule follows at once does not end', () => {
    expect(endIn({ ...schedule, Expression: 'cron(0 23,1 * * *)' }, '2026-11-30T01:05Z')).toBeUndefined();
  });

  const NEW_YORK = 'America/New_York';
  test.each<[string, string, string, string, string | undefined]>([
    ['over the hour that the clock leaves out', 'cron(0 0 * * *)', 'PT4H', '2026-03-08', '09:00'],
    ['over the hour that comes twice', 'cron(0 0 * * *)', 'PT4H', '2026-11-01', '08:00'],
    ['from a time that the clock leaves out', 'cron(30 2 * * *)', 'PT1H', '2026-03-08', '08:30'],
    ['from a time that comes twice', 'cron(30 1 * * *)', 'PT1H', '2026-11-01', '06:30'],
    ['once, from a time that the clock leaves out', 'at(2026-03-08T02:30)', 'PT1H', '2026-03-08', '08:30'],
    ['on another day', 'cron(0 0 * * *)', 'PT4H', '2026-07-01', '08:00'],
  ])('a window %s lasts as long as it says, and ends once', (_, Expression, Duration, day, expected) => {
    const given = { Expression, Duration, Timezone: NEW_YORK };
    const minutes = Array.from({ length: 720 }, (__, minute) => Date.parse(`${day}T00:00Z`) + minute * 60_000);
    const slots = minutes.flatMap((from) => (from % SLOT_MS === 0 ? [{ from, to: from + SLOT_MS }] : []));
    expect(slots.flatMap((slot) => iso(muteEndIn(given, slot)) ?? [])).toEqual([`${day}T${expected}`]);
    const on = minutes.filter((now) => now > Date.parse(`${day}T04:30Z`) && muteEnd(given, now) !== undefined);
    expect(iso((on.at(-1) ?? 0) + 60_000)).toBe(`${day}T${expected}`);
    expect(on.every((now) => iso(muteEnd(given, now)) === `${day}T${expected}`)).toBe(true);
  });

  /** Looks for it minute by minute. */
  const searched = (given: object, { from, to }: Slot): number | undefined => {
    for (let at = from; at < to; at += 60_000)
      if (muteEnd(given, at - 60_000) !== undefined && muteEnd(given, at) === undefined) return at;
    return undefined;
  };
  /** Moments at which clocks of these zones are set, and one at which none is. */
  const MOMENTS = ['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-10-03T15:30Z', '2026-04-04T15:00Z', '2026-07-01'];

  test('is the minute at which a window is over, also on days of a clock change', () => {
    let found = 0;
    const shown = fc.record({
      minute: fc.constantFrom('0', '30', '0,58', '14'),
      hour: fc.constantFrom('*', '1', '2', '3', '0-3', '22,23'),
      lasts: fc.constantFrom('PT1M', 'PT30M', 'PT1H', 'PT62M', 'PT90M', 'PT4H', 'P1D'),
      Timezone: fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Shanghai', undefined),
      moment: fc.constantFrom(...MOMENTS),
      slots: fc.integer({ min: -36, max: 72 }),
    });
    fc.assert(
      fc.property(shown, ({ minute, hour, lasts, Timezone, moment, slots }) => {
        const given = { Expression: `cron(${minute} ${hour} * * *)`, Duration: lasts, Timezone };
        const slot = slotOf(Date.parse(moment) + slots * SLOT_MS);
        const end = muteEndIn(given, slot);
        if (end !== undefined) found++;
        expect(end).toBe(searched(given, slot));
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
