import type { DeliveryResult } from '../domain/delivery.js';
import { ConfigError, InvalidInputError } from '../domain/errors.js';
import { explain, speechOf } from '../text/speeches.js';
import type { Language } from '../text/words.js';

/** Resolves to the result of an attempt, even if it throws; its reason is in the given language. */
export async function resultOf(attempt: () => Promise<DeliveryResult>, language: Language): Promise<DeliveryResult> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof InvalidInputError) return invalid(error.field, explain(error, language));
    if (error instanceof ConfigError) return invalid('baseUrl', explain(error, language));
    // A bug of ours: there is no telling how far it got.
    const reason = error instanceof Error ? error.name : speechOf(language).unknownError;
    return { status: 'unconfirmed', retryAfterMs: 0, reason };
  }
}

function invalid(field: string, reason: string): DeliveryResult {
  return { status: 'invalid', field, reason };
}
