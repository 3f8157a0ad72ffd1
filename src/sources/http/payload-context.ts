import { callerId } from '../../payloads/caller-id.js';
import type { PayloadContext } from '../../payloads/payload.js';
import { emptyEvent } from '../envelope.js';
import type { ReadContext } from '../source.js';
import type { HttpRequest } from './request.js';

/** Headers by which callers mark a repeat, strongest first. */
const ID_HEADERS = ['Idempotency-Key', 'X-GitHub-Delivery'] as const;

/**
 * What the request's body is read with. Without an id of its caller's, a request is an occurrence of its own: two equal texts
 * may be meant.
 * @throws InvalidInputError where the caller's id breaks a rule.
 */
export function payloadContext(request: HttpRequest, { invocation, now, renderContext }: ReadContext): PayloadContext {
  const event = emptyEvent('http', `http:${invocation.requestId}`, now);
  const header = (name: string): string | undefined => request.headers.get(name.toLowerCase());
  return { event, callerId: idIn(header), renderContext, header };
}

function idIn(header: PayloadContext['header']): string | undefined {
  for (const name of ID_HEADERS) {
    const id = callerId('http', header(name), name);
    if (id !== undefined) return id;
  }
  return undefined;
}
