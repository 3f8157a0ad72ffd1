import { InvalidInputError } from '../domain/errors.js';
import type { Draft } from '../domain/notification.js';
import { contentOf } from '../renderers/render.js';
import { alertmanager } from './alertmanager.js';
import { amazonQ } from './amazon-q.js';
import { grafana } from './grafana.js';
import type { Payload, PayloadContext } from './payload.js';
import { push } from './push.js';
import { text } from './text.js';
import { unrecognised } from './unrecognised.js';
import { wecom } from './wecom.js';

/** Every form of body that a caller may send, tried in this order: the more specific first. */
export const PAYLOADS: readonly Payload[] = [push, grafana, alertmanager, amazonQ, wecom, text];

/** Returns the payload that a value is, or `undefined` if it is not one. */
export function payloadOf(value: unknown): Payload | undefined {
  return PAYLOADS.find((payload) => payload.matches(value));
}

/**
 * Makes a draft of a value that is this payload.
 * @throws {InvalidInputError} If it breaks one of the payload's rules.
 */
export function draftOf(payload: Payload, value: unknown, context: PayloadContext): Draft {
  if ('read' in payload) return payload.read(value, context);
  const { event, callerId, renderContext } = context;
  const content = contentOf(payload.render(value, renderContext), payload.name, event, renderContext);
  return { ...content, id: callerId ?? content.id, overrides: {} };
}

/**
 * Reads the body of an HTTP request: as a payload and as nothing else, so that it cannot pass for an AWS event.
 * @throws {InvalidInputError} If it is not a known payload, or breaks one of its payload's rules.
 */
export function readPayload(body: unknown, context: PayloadContext): Draft {
  const payload = payloadOf(body);
  if (!payload) throw new InvalidInputError('body', unrecognised(body, 'the body').message);
  return draftOf(payload, body, context);
}
