import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, onCallAt } from '../../src/routing/on-call.js';
import type { Rotate } from '../../src/routing/rule.js';

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
});

describe('onCallAt', () => {
  const weekly: Rotate = {
    people: ['王芳', '李雷', '韩梅梅'],
    every: 'week',
    startDay: Date.UTC(2026, 10, 2) / 86_400_000,
    handOver: hour(9) + 30,
  };
  const daily: Rotate = { ...weekly, every: 'day' };
  it.each([
    ['2026-11-02T09:29', weekly, '韩梅梅'],
    ['2026-11-02T09:30', weekly, '王芳'],
    ['2026-11-09T09:29', weekly, '王芳'],
    ['2026-11-09T09:30', weekly, '李雷'],
    ['2026-11-23T12:00', weekly, '王芳'],
    ['2026-11-03T09:30', daily, '李雷'],
    ['2026-11-04T08:00', daily, '李雷'],
    ['2026-10-31T12:00', daily, '李雷'],
  ])('onCallAt: at %s', (text, rotate, expected) => {
    expect(onCallAt(rotate, shanghai(text), SHANGHAI)).toBe(expected);
  });

  it.each([
    ['the zone it names', { ...daily, timeZone: 'Europe/Berlin' }, SHANGHAI],
    ["the deployment's zone, if it names none", daily, 'Europe/Berlin'],
  ])('onCallAt: hand-over is at the hour of %s', (_, rotate, defaultTimeZone) => {
    expect(onCallAt(rotate, Date.parse('2026-11-02T09:29:00+01:00'), defaultTimeZone)).toBe('韩梅梅');
    expect(onCallAt(rotate, Date.parse('2026-11-02T09:30:00+01:00'), defaultTimeZone)).toBe('王芳');
  });

  it('onCallAt: somebody is on call at any time, and each in turn', () => {
    const day = 86_400_000;
    // Until 1991 China had summer time: two moments a day apart could be on one day of duty.
    const min = Date.UTC(1992, 0);
    fc.assert(
      fc.property(fc.integer({ min, max: 4_000_000_000_000 }), (now) => {
        const turns = [now, now + day, now + 2 * day].map((at) => onCallAt(daily, at, SHANGHAI));
        expect(new Set(turns)).toEqual(new Set(daily.people));
      }),
    );
  });
});
