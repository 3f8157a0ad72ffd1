import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onCallAt } from '../../src/routing/on-call.js';
import type { Rotate } from '../../src/routing/rule.js';

/** A moment given in Shanghai's time, which has no summer time. */
const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);
const hour = (hours: number): number => hours * 60;
const SHANGHAI = 'Asia/Shanghai';

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
    expect(onCallAt(rotate, shanghai(text), SHANGHAI)).toEqual([expected]);
  });

  it.each([
    ['the zone it names', { ...daily, timeZone: 'Europe/Berlin' }, SHANGHAI],
    ["the deployment's zone, if it names none", daily, 'Europe/Berlin'],
  ])('onCallAt: hand-over is at the hour of %s', (_, rotate, defaultTimeZone) => {
    expect(onCallAt(rotate, Date.parse('2026-11-02T09:29:00+01:00'), defaultTimeZone)).toEqual(['韩梅梅']);
    expect(onCallAt(rotate, Date.parse('2026-11-02T09:30:00+01:00'), defaultTimeZone)).toEqual(['王芳']);
  });

  it.each([
    ['2026-11-09T09:29', ['王芳']],
    ['2026-11-09T09:30', ['李雷', '韩梅梅']],
    ['2026-11-12T18:00', ['赵敏']],
    ['2026-11-12T21:59', ['赵敏']],
    ['2026-11-12T22:00', ['李雷', '韩梅梅']],
    ['2026-11-16T09:30', ['韩梅梅']],
  ])('onCallAt: at %s an override decides', (text, expected) => {
    const minute = (moment: string) => Date.parse(`${moment}:00Z`) / 60_000;
    const overrides = [
      { from: minute('2026-11-12T18:00'), to: minute('2026-11-12T22:00'), who: ['赵敏'] },
      { from: minute('2026-11-09T09:30'), to: minute('2026-11-16T09:30'), who: ['李雷', '韩梅梅'] },
    ];
    expect(onCallAt({ ...weekly, overrides }, shanghai(text), SHANGHAI)).toEqual(expected);
  });

  it('onCallAt: somebody is on call at any time, and each in turn', () => {
    const day = 86_400_000;
    // Until 1991 China had summer time: two moments a day apart could be on one day of duty.
    const min = Date.UTC(1992, 0);
    fc.assert(
      fc.property(fc.integer({ min, max: 4_000_000_000_000 }), (now) => {
        const turns = [now, now + day, now + 2 * day].flatMap((at) => onCallAt(daily, at, SHANGHAI));
        expect(new Set(turns)).toEqual(new Set(daily.people));
      }),
    );
  });
});
