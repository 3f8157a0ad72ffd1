import { quote } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';

/** Shortest and longest time that a push may be given, milliseconds. */
const MIN_MS = 1000;
const MAX_MS = 24 * 60 * 60_000;

/**
 * Reads the time that a push may take, in milliseconds; from JavaScript, it may be anything.
 * @throws {InvalidInputError} If it is not a whole number from 1,000 to 86,400,000.
 */
export function readTimeout(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= MIN_MS && value <= MAX_MS) return value;
  const given = quote(value);
  throw new InvalidInputError(
    field,
    `Cannot use ${field} as it must be a whole number of milliseconds from ${MIN_MS} to ${MAX_MS}: current value is ${given}`,
    { violation: { kind: 'timeout', min: MIN_MS, max: MAX_MS, given } },
  );
}
