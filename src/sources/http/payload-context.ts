import type { PayloadContext } from '../../payloads/payload.js';
import { callerId } from '../../payloads/written/caller-id.js';
import { emptyEvent } from '../envelope.js';
import type { ReadContext } from '../source.js';
import type { HttpRequest } from './request.js';

/** Headers with which callers identify a repeat. The first that is set wins. */
const ID_HEADERS = ['Idempotency-Key', 'X-GitHub-Delivery'] as const;

/**
 * Returns the context in which the body of a request is read. A request without an id from its caller is always new: sending
 * the same text twice may be intended.
 * @throws {InvalidInputError} If the caller's id breaks a rule.
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
