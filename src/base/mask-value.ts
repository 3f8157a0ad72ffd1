import { isObject } from './json.js';
import type { Mask } from './known-secrets.js';

/** Masks every text in a value that becomes JSON: of an object the values, as its keys are ours. */
export function maskValue(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((one) => maskValue(one, mask));
  return isObject(value) ? maskFields(value, mask) : value;
}

/** Masks every text among fields. */
export function maskFields(fields: Readonly<Record<string, unknown>>, mask: Mask): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskValue(value, mask)]));
}

/**
 * Masks the texts of an error and of its causes, in the error itself, whose class and place in the code stay: Lambda prints what
 * a handler throws, and keeps it with the event.
 */
export function maskError(error: unknown, mask: Mask): unknown {
  if (!(error instanceof Error)) return maskValue(error, mask);
  for (const name of ['message', 'stack', ...Object.keys(error)]) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'string' || isObject(value)) Reflect.set(error, name, maskValue(value, mask));
  }
  if (error.cause !== undefined) error.cause = maskError(error.cause, mask);
  return error;
}
