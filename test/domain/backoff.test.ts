import { describe, expect, test } from 'vitest';
import { visibilityAfter } from '../../src/domain/backoff.js';
import type { DeliveryResult } from '../../src/domain/delivery.js';

const failure = (retryAfterMs: number): DeliveryResult => ({ status: 'unavailable', retryAfterMs, reason: 'r' });

describe('visibilityAfter', () => {
  test.each([
    [1, 5000],
    [2, 10_000],
    [3, 20_000],
    [4, 30_000],
    [99, 30_000],
    [100, 120_000],
    [1000, 120_000],
  ])('receive %i: %i ms, of which jitter takes up to a fifth', (receiveCount, ms) => {
    expect(visibilityAfter(failure(0), receiveCount, 0)).toBe(ms);
    expect(visibilityAfter(failure(5000), receiveCount, 1)).toBe(ms * 0.8);
  });

  test('what the failure asks for is waited, and up to a tenth more', () => {
    expect(visibilityAfter(failure(65_000), 1, 0)).toBe(65_000);
    expect(visibilityAfter(failure(65_000), 4, 1)).toBe(71_500);
  });

  test('what the failure asks for never shortens the doubled time', () => {
    expect(visibilityAfter(failure(65_000), 100, 0)).toBe(120_000);
  });
});
