import { InvalidInputError } from '../../src/domain/errors.js';
import type { Draft } from '../../src/domain/notification.js';
import type { PayloadContext } from '../../src/payloads/payload.js';
import { draftOf, payloadOf } from '../../src/payloads/payloads.js';
import { unrecognised } from '../../src/payloads/unrecognised.js';

/**
 * Reads a value as the payload that it is.
 * @throws {InvalidInputError} If it is no payload.
 */
export function readPayload(value: unknown, context: PayloadContext): Draft {
  const payload = payloadOf(value);
  if (!payload) throw new InvalidInputError('body', unrecognised(value, 'the body').message);
  return draftOf(payload, value, context);
}
