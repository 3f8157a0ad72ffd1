import type { DeliveryResult } from '../../domain/delivery.js';
import { SecretUnavailableError } from '../../domain/errors.js';

/** Delay before a retry after the secret could not be read or had no key, milliseconds. */
export const SECRET_RETRY_MS = 5000;

/** Runs work that reads the secret. Resolves to unavailable if it cannot be read now: that is not a refusal. */
export async function withSecret<T>(work: () => Promise<T>): Promise<T | DeliveryResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SecretUnavailableError)) throw error;
    return { status: 'unavailable', retryAfterMs: SECRET_RETRY_MS, reason: error.message };
  }
}
