import { describe, expect, test } from 'vitest';
import { NO_ROUTES, type Routes, type Summary } from '../../../src/routing/rule.js';
import { SLOT_MS } from '../../../src/watch/alarm/slot.js';
import { dueSummaries } from '../../../src/watch/summary/summary-time.js';

const SHANGHAI = 'Asia/Shanghai';
const HALF_PAST_NINE = 9 * 60 + 30;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const daily: Summary = { at: HALF_PAST_NINE };
const weekday: Summary = { at: HALF_PAST_NINE, days: ['weekday'] };

/** The slots of a time, told by the tick at its end, in which the robots are told, and since when. */
function toldFrom(from: string, hours: number, summary: readonly Summary[], more: Partial<Routes> = {}) {
  const first = Date.parse(from);
  const ticks = Array.from({ length: (hours * 3_600_000) / SLOT_MS }, (_, index) => first + index * SLOT_MS);
  return ticks.flatMap((to) =>
    dueSummaries({ ...NO_ROUTES, ...more, summary }, { from: to - SLOT_MS, to }, SHANGHAI).map(({ robot, told }) => ({
      robot,
      at: new Date(told.to).toISOString().slice(0, 16),
      since: new Date(told.from).toISOString().slice(0, 16),
    })),
  );
}
const times = (told: ReturnType<typeof toldFrom>): readonly string[] => told.map(({ at }) => at);

describe('dueSummaries', () => {
  test('one is told once a day, by the tick of its time, since the one of the day before', () => {
    expect(toldFrom('2026-11-30T00:00:00Z', 48, [daily])).toEqual([
      { robot: 'default', at: '2026-11-30T01:30', since: '2026-11-29T01:30' },
      { robot: 'default', at: '2026-12-01T01:30', since: '2026-11-30T01:30' },
    ]);
  });

  test('a time between two ticks is told by the next', () => {
    expect(times(toldFrom('2026-11-30T00:00:00Z', 24, [{ at: HALF_PAST_NINE + 1 }]))).toEqual(['2026-11-30T01:35']);
    expect(times(toldFrom('2026-11-30T00:00:00Z', 24, [{ at: HALF_PAST_NINE + 5 }]))).toEqual(['2026-11-30T01:35']);
  });

  test('on weekdays Monday’s tells of the weekend, and after a week of holidays of three days', () => {
    expect(toldFrom('2026-11-28T00:00:00Z', 72, [weekday])).toEqual([
      { robot: 'default', at: '2026-11-30T01:30', since: '2026-11-27T01:30' },
    ]);
    const holidays = [{ first: dayOf('2026-10-01'), last: dayOf('2026-10-07') }];
    expect(toldFrom('2026-10-01T00:00:00Z', 8 * 24, [weekday], { holidays })).toEqual([
      { robot: 'default', at: '2026-10-08T01:30', since: '2026-10-05T01:30' },
    ]);
  });

  test('a Saturday that is worked has one', () => {
    const workdays = [{ first: dayOf('2026-10-10'), last: dayOf('2026-10-10') }];
    expect(times(toldFrom('2026-10-10T00:00:00Z', 48, [weekday]))).toEqual([]);
    expect(times(toldFrom('2026-10-10T00:00:00Z', 48, [weekday], { workdays }))).toEqual(['2026-10-10T01:30']);
  });

  test.each<[string, Summary, string, readonly string[]]>([
    // New York goes from 02:00 to 03:00 on 2027-03-14, and from 02:00 back to 01:00 on 2026-11-01.
    ['left out by the clock is told an hour later', { at: 150, timeZone: 'America/New_York' }, '2027-03-14', ['07:30']],
    [
      'before the clock is set forward is told at it',
      { at: 90, timeZone: 'America/New_York' },
      '2027-03-14',
      ['06:30'],
    ],
    [
      'after the clock is set forward is told at it',
      { at: 570, timeZone: 'America/New_York' },
      '2027-03-14',
      ['13:30'],
    ],
    ['that comes twice is told the first time', { at: 90, timeZone: 'America/New_York' }, '2026-11-01', ['05:30']],
    ['after the clock is set back is told at it', { at: 150, timeZone: 'America/New_York' }, '2026-11-01', ['07:30']],
    // Lord Howe's clock is set by half an hour, and Kathmandu's differs by 45 minutes.
    [
      'left out by half an hour is told as much later',
      { at: 130, timeZone: 'Australia/Lord_Howe' },
      '2026-10-03',
      ['15:40'],
    ],
    ['in a zone of quarters of an hour is told at it', { at: 0, timeZone: 'Asia/Kathmandu' }, '2026-11-30', ['18:15']],
    ['at 24:00 is told at the end of the day', { at: 1440, timeZone: 'UTC', days: ['sun'] }, '2026-11-30', ['00:00']],
  ])('a time %s', (_, summary, date, expected) => {
    const told = times(toldFrom(`${date}T00:00:00Z`, 24, [summary]));
    expect(told).toEqual(expected.map((time) => `${date}T${time}`));
  });

  test('on the days of a change of the clock one tells of 23 or 25 hours', () => {
    const since = (from: string) =>
      toldFrom(from, 24, [{ at: HALF_PAST_NINE, timeZone: 'America/New_York' }]).map((one) => [one.since, one.at]);
    expect(since('2027-03-14T12:00:00Z')).toEqual([['2027-03-13T14:30', '2027-03-14T13:30']]);
    expect(since('2026-11-01T12:00:00Z')).toEqual([['2026-10-31T13:30', '2026-11-01T14:30']]);
  });

  test('a robot of two summaries is told since the last of either', () => {
    const evening = { at: 18 * 60, robots: ['default', 'dba'] };
    expect(toldFrom('2026-11-30T00:00:00Z', 24, [daily, evening])).toEqual([
      { robot: 'default', at: '2026-11-30T01:30', since: '2026-11-29T10:00' },
      { robot: 'default', at: '2026-11-30T10:00', since: '2026-11-30T01:30' },
      { robot: 'dba', at: '2026-11-30T10:00', since: '2026-11-29T10:00' },
    ]);
  });
});
