import { ACK_PATH, type AckAnswer } from '../../domain/ack-visit.js';
import { isDone } from '../../domain/delivery.js';
import { bodyText } from './body-text.js';
import { answered, type Endpoint } from './endpoint.js';
import type { HttpReply } from './respond.js';

/** Longest form, in bytes. */
const MAX_FORM_BYTES = 16_384;
const NOT_FOUND: HttpReply = { httpStatus: 404, body: { status: 'not_found' } };

/** Returns the methods of a page on which an alarm is taken, or `undefined` if the path is not one. `GET` changes nothing. */
export function ackMethods(path: string): Readonly<Record<string, Endpoint>> | undefined {
  if (!path.startsWith(ACK_PATH)) return undefined;
  const link = path.slice(ACK_PATH.length);
  return { GET: visiting(link, 'GET'), POST: visiting(link, 'POST') };
}

function visiting(link: string, method: 'GET' | 'POST'): Endpoint {
  return async (request, { ack, invocation, now }) => {
    if (!ack) return answered(NOT_FOUND);
    const form = new URLSearchParams(method === 'POST' ? bodyText(request, MAX_FORM_BYTES) : '');
    const cookie = request.headers.get('cookie') ?? '';
    const page = await ack({ method, link, form, cookie, functionArn: invocation.functionArn ?? '', now });
    return {
      drafts: page.drafts,
      reply: (outcomes) => replyWith(page, outcomes.every(isDone)),
    };
  };
}

function replyWith({ httpStatus, headers, body, bodyIfNotTold = body }: AckAnswer, isTold: boolean): HttpReply {
  return { httpStatus, headers, body: isTold ? body : bodyIfNotTold };
}
