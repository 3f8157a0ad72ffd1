import { expect, test } from 'vitest';
import { once } from '../../src/base/once.js';

test('once: makes the value when it is first asked for, and never again', () => {
  let made = 0;
  const value = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
