import { InvalidInputError } from '../domain/errors.js';
import type { KeyProblem } from '../domain/robot-key.js';

/**
 * Returns the error of a value that is not a robot's key. Never holds any of it.
 * @param baseUrl the address that a webhook URL may name.
 * @param field the name under which the value was given.
 */
export function keyError(problem: KeyProblem, baseUrl: string, field: string): InvalidInputError {
  const rule = `it must be a robot's key, or its webhook URL at ${baseUrl}`;
  return new InvalidInputError(field, `Cannot use ${field} as ${rule}: current value is ${problem}`, {
    violation: { kind: 'accessKey', problem, baseUrl },
  });
}
