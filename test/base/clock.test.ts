import { describe, expect, it } from 'vitest';
import { isRecent } from '../../src/base/clock.js';
import { createSteadyClock } from '../../src/base/steady-clock.js';
import { createFakeClock } from '../support/fake-clock.js';

describe('isRecent', () => {
  it.each([
    ['just now', 100, true],
    ['almost the whole time ago', 51, true],
    ['as long ago as the limit', 50, false],
    ['later than now, as before the clock was set back', 101, false],
  ])('isRecent: %s', (_, then, expected) => {
    expect(isRecent(then, 50, 100)).toBe(expected);
  });
});

describe('createSteadyClock', () => {
  it('createSteadyClock: it goes on from where the other clock was set back', () => {
    let now = 1000;
    const steady = createSteadyClock({ ...createFakeClock(), now: () => now });
    now = 1500;
    expect(steady.now()).toBe(1500);
    now = 200;
    expect(steady.now()).toBe(1500);
    now = 300;
    expect(steady.now()).toBe(1600);
    now = 0;
    expect(steady.now()).toBe(1600);
  });
});
