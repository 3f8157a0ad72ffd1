import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callsInWindow, withinWindow } from '../../../local/wecom/rate-window.js';

const CASES = [
  { kind: 'sliding', calls: [0, 30_000, 59_999], now: 59_999, count: 3 },
  { kind: 'sliding', calls: [0, 30_000, 59_999], now: 60_000, count: 2 },
  { kind: 'sliding', calls: [59_000, 61_000], now: 62_000, count: 2 },
  { kind: 'fixed', calls: [59_000, 61_000], now: 62_000, count: 1 },
  { kind: 'fixed', calls: [60_000, 119_999], now: 119_999, count: 2 },
  { kind: 'fixed', calls: [60_000, 119_999], now: 120_000, count: 0 },
  { kind: 'both', calls: [59_000, 61_000], now: 62_000, count: 2 },
  { kind: 'off', calls: [59_000, 61_000], now: 62_000, count: 0 },
] as const;

test.each(CASES)('callsInWindow: $kind holds $count of $calls at $now', ({ kind, calls, now, count }) => {
  expect(callsInWindow(kind, calls, now)).toBe(count);
});

const times = fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 60 });

test('callsInWindow: the clock minute never holds more than the sliding minute', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 300_000 }), (calls, now) => {
      expect(callsInWindow('fixed', calls, now)).toBeLessThanOrEqual(callsInWindow('sliding', calls, now));
    }),
  );
});

test('withinWindow: forgetting old calls changes no count, now or later', () => {
  fc.assert(
    fc.property(times, fc.nat(300_000), fc.nat(100_000), (calls, now, later) => {
      const past = calls.filter((at) => at <= now);
      const kept = withinWindow(past, now);
      for (const kind of ['sliding', 'fixed'] as const) {
        expect(callsInWindow(kind, kept, now + later)).toBe(callsInWindow(kind, past, now + later));
      }
    }),
  );
});
