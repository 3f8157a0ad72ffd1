import type { Outcome } from '../../domain/delivery.js';
import type { Draft, Skipped } from '../../domain/notification.js';
import type { Envelope } from '../envelope.js';
import type { ReadContext } from '../source.js';
import type { HttpRequest } from './request.js';
import { type HttpReply, replyToError } from './respond.js';

/** The context in which a request is read. */
export interface HttpContext extends ReadContext {
  /** The envelopes that a body may be. */
  readonly envelopes: readonly Envelope[];
}

/** A request that has been read: the drafts to send, and its answer once they are sent. */
export interface Handled {
  readonly drafts: readonly Draft[];
  /** Events that are not shown by design. Default none. */
  readonly skipped?: readonly Skipped[];
  reply(outcomes: readonly Outcome[]): HttpReply;
  /** The error that kept the request from being read. Already in the reply; here for the log. */
  readonly error?: unknown;
}

/** The handler of one path and method. May throw InvalidInputError and SecretUnavailableError: both have an answer. */
export type Endpoint = (request: HttpRequest, context: HttpContext) => Promise<Handled> | Handled;

/** Returns an answer with nothing to send. */
export function answered(reply: HttpReply): Handled {
  return { drafts: [], reply: () => reply };
}

/** Returns an endpoint that answers what it throws in a form of its own. What has no answer is thrown on. */
export function answeringErrors(endpoint: Endpoint, form: (reply: HttpReply) => HttpReply): Endpoint {
  return async (request, context) => {
    try {
      return await endpoint(request, context);
    } catch (error) {
      const reply = replyToError(error);
      if (!reply) throw error;
      return { ...answered(form(reply)), error };
    }
  };
}
