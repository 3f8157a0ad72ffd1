import { describe, expect, test } from 'vitest';
import { muteEnd, muteEndIn } from '../../../src/watch/alarm/mute-window.js';
import { slotOf } from '../../../src/watch/alarm/slot.js';

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
});
