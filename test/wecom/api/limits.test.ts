import { expect, test } from 'vitest';
import { MAX_MESSAGES_PER_MINUTE, MIN_INTERVAL_MS } from '../../../src/wecom/api/limits.js';

test('MIN_INTERVAL_MS keeps a robot below its messages a minute, and its value is the documented 3400 ms', () => {
  expect(MIN_INTERVAL_MS).toBe(3400);
  expect(60_000 / MIN_INTERVAL_MS).toBeLessThan(MAX_MESSAGES_PER_MINUTE);
});
