import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../src/routing/quiet-hours.js';
import type { Day } from '../../src/routing/rule.js';

/** A moment given in Shanghai's time, which has no summer time. */
const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);
const hour = (hours: number): number => hours * 60;
const SHANGHAI = 'Asia/Shanghai';

describe('isQuiet', () => {
  const night = { from: hour(22), to: hour(8) };
  const lunch = { from: hour(12), to: hour(13) };
  it.each([
    ['2026-11-22T21:59', night, false],
    ['2026-11-22T22:00', night, true],
    ['2026-11-23T00:00', night, true],
    ['2026-11-23T07:59', night, true],
    ['2026-11-23T08:00', night, false],
    ['2026-11-22T12:30', lunch, true],
    ['2026-11-22T13:00', lunch, false],
  ])('isQuiet: at %s in %j: %s', (text, quiet, expected) => {
    expect(isQuiet(quiet, shanghai(text), SHANGHAI)).toBe(expected);
  });

  it.each([
    ['the zone it names', { ...night, timeZone: 'America/New_York' }, SHANGHAI],
    ["the deployment's zone, if it names none", night, 'America/New_York'],
  ])('isQuiet: the hours are those of %s', (_, quiet, defaultTimeZone) => {
    expect(isQuiet(quiet, Date.parse('2026-11-22T21:59:00-05:00'), defaultTimeZone)).toBe(false);
    expect(isQuiet(quiet, Date.parse('2026-11-22T23:00:00-05:00'), defaultTimeZone)).toBe(true);
  });

  const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  // China's holiday of October 2026: a week off, and a Saturday worked for it.
  const calendar = {
    holidays: [{ first: dayOf('2026-10-01'), last: dayOf('2026-10-07') }],
    workdays: [{ first: dayOf('2026-10-10'), last: dayOf('2026-10-10') }],
  };
  const onDays = (...days: Day[]) => ({ from: 0, to: hour(24), days });
  it.each([
    ['2026-11-28T12:00', onDays('sat'), true],
    ['2026-11-27T12:00', onDays('sat'), false],
    ['2026-11-28T12:00', onDays('weekend'), true],
    ['2026-11-27T12:00', onDays('weekday'), true],
    ['2026-10-01T12:00', onDays('weekday'), false],
    ['2026-10-07T12:00', onDays('weekend'), true],
    ['2026-10-08T12:00', onDays('weekday'), true],
    ['2026-10-10T12:00', onDays('weekend'), false],
    ['2026-10-10T12:00', onDays('weekday'), true],
    ['2026-10-10T12:00', onDays('sat'), true],
    ['2026-11-28T07:59', { ...night, days: ['fri'] as const }, true],
    ['2026-11-27T07:59', { ...night, days: ['fri'] as const }, false],
    ['2026-11-27T22:00', { ...night, days: ['fri'] as const }, true],
    ['2026-11-28T22:00', { ...night, days: ['fri'] as const }, false],
  ])('isQuiet: at %s on the days of %j: %s', (text, quiet, expected) => {
    expect(isQuiet(quiet, shanghai(text), SHANGHAI, calendar)).toBe(expected);
  });
});
