import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../../scripts/routes-report/parse-moment.js';

const SHANGHAI = 'Asia/Shanghai';
const NOON = Date.parse('2026-11-27T12:00:00+08:00'); // A Friday.

describe('parseMoment', () => {
  it.each([
    ['03:00', '2026-11-28T03:00:00+08:00'],
    ['13:30', '2026-11-27T13:30:00+08:00'],
    ['12:00', '2026-11-28T12:00:00+08:00'],
    ['Sat 03:00', '2026-11-28T03:00:00+08:00'],
    ['saturday 03:00', '2026-11-28T03:00:00+08:00'],
    ['Fri 11:00', '2026-12-04T11:00:00+08:00'],
    ['Fri 13:00', '2026-11-27T13:00:00+08:00'],
    ['2026-10-10 14:00', '2026-10-10T14:00:00+08:00'],
    ['2026-10-10T14:00', '2026-10-10T14:00:00+08:00'],
  ])('parseMoment: %s is the next one, or that of its date', (text, expected) => {
    expect(parseMoment(text, NOON, SHANGHAI)).toBe(Date.parse(expected));
  });

  it.each(['', 'Sat', '25:00', 'Xyz 03:00', '2026-13-01 03:00', '2026-11-27', '3am'])(
    'parseMoment: %j is not a moment',
    (text) => {
      expect(parseMoment(text, NOON, SHANGHAI)).toBeUndefined();
    },
  );

  it('parseMoment: a zone with summer time shows the hour that was meant, on both sides of a change', () => {
    const berlin = (text: string) => parseMoment(text, NOON, 'Europe/Berlin');
    expect(berlin('2026-10-24 03:30')).toBe(Date.parse('2026-10-24T03:30:00+02:00'));
    expect(berlin('2026-10-25 03:30')).toBe(Date.parse('2026-10-25T03:30:00+01:00'));
  });
});
