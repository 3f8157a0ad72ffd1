import { describe, expect, test } from 'vitest';
import { SettingsError } from '../../deploy/settings-error.js';
import { checkTimeouts } from '../../deploy/timeouts.js';

const check = (timeout: number | undefined, minIntervalMs = 3400) =>
  checkTimeouts({ functions: { deliver: { timeout } } }, { minIntervalMs });

describe('checkTimeouts', () => {
  test.each([
    [12, 3400, 13, '3.4'],
    [6, 3400, 13, '3.4'],
    [39, 30_000, 40, '30'],
  ])(
    'checkTimeouts: deliver with %i s at an interval of %i ms would send nothing',
    (timeout, interval, least, waits) => {
      expect(() => check(timeout, interval)).toThrow(
        new SettingsError(
          `Cannot use the timeout of deliver as it must be at least ${least} seconds (3 s to take the messages from SQS, 3 s to read the secret, 2 s to post, ${waits} s of minIntervalMs after it, 1.5 s to delete and answer): current value is ${timeout}`,
        ),
      );
    },
  );

  test.each([
    [13, 3400],
    [60, 30_000],
    [89, 3400],
  ])('checkTimeouts: %i s at an interval of %i ms are enough', (timeout, interval) => {
    expect(() => check(timeout, interval)).not.toThrow();
  });

  test('checkTimeouts: as long as the queue hides a message is too long', () => {
    expect(() => check(90)).toThrow('below the 90 seconds for which the queue hides a message: current value is 90');
  });

  test('checkTimeouts: without a timeout of its own deliver has the provider’s, and else the framework’s 6 s', () => {
    expect(() => checkTimeouts({ provider: { timeout: 20 } }, { minIntervalMs: 3400 })).not.toThrow();
    expect(() => check(undefined)).toThrow('current value is 6');
  });
});
