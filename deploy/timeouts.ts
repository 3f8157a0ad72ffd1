import { numberAt } from '../src/base/json.js';
import { ANSWER_MARGIN_MS, AWS_TRY_MS, MIN_ATTEMPT_MS } from '../src/domain/time-limits.js';
import { VISIBILITY_SECONDS } from './resources/queues.js';
import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';

/** The framework's timeout of a function that has none, seconds. */
const DEFAULT_SECONDS = 6;

/** Times of one invocation of `deliver` that shows one message, by their meaning, milliseconds. */
function partsOf({ minIntervalMs }: Pick<Settings, 'minIntervalMs'>) {
  return [
    ['to take the messages from SQS', AWS_TRY_MS],
    ['to read the secret', AWS_TRY_MS],
    ['to post', MIN_ATTEMPT_MS],
    ['of minIntervalMs after it', minIntervalMs],
    ['to delete and answer', ANSWER_MARGIN_MS],
  ] as const;
}

/**
 * Checks the timeouts of the functions in serverless.yml.
 * @param service the framework's configuration.
 * @throws {SettingsError} If `deliver` would never send, or if SQS would hand out its messages a second time meanwhile.
 */
export function checkTimeouts(service: unknown, settings: Pick<Settings, 'minIntervalMs'>): void {
  const seconds =
    numberAt(service, 'functions', 'deliver', 'timeout') ?? numberAt(service, 'provider', 'timeout') ?? DEFAULT_SECONDS;
  const parts = partsOf(settings);
  const least = Math.ceil(parts.reduce((sum, [, ms]) => sum + ms, 0) / 1000);
  if (seconds < least) {
    const reasons = parts.map(([what, ms]) => `${ms / 1000} s ${what}`).join(', ');
    throw new SettingsError(
      `Cannot use the timeout of deliver as it must be at least ${least} seconds (${reasons}): current value is ${seconds}`,
    );
  }
  if (seconds >= VISIBILITY_SECONDS)
    throw new SettingsError(
      `Cannot use the timeout of deliver as it must be below the ${VISIBILITY_SECONDS} seconds for which the queue hides a message: current value is ${seconds}`,
    );
}
