import { isObject } from '../../../base/json.js';
import { InvalidInputError } from '../../../domain/errors.js';
import type { Payload } from '../../../payloads/payload.js';
import { draftOf } from '../../../payloads/payloads.js';
import type { RobotApi } from './robot-api.js';

/**
 * Returns a reader of bodies that are one of these payloads.
 * @param field the field that says which, for the error. It throws InvalidInputError for any other body.
 */
export function readAs(payloads: readonly Payload[], field: string): RobotApi['read'] {
  return (body, context) => {
    const payload = payloads.find((one) => one.matches(body));
    if (payload) return draftOf(payload, body, context);
    const given = isObject(body) ? 'another object' : 'not an object';
    const names = [...new Set(payloads.map(({ name }) => name))].join(', ');
    throw new InvalidInputError(field, `Cannot read the body as a message of ${names}: current value is ${given}`);
  };
}
