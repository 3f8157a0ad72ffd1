import type { Outcome } from '../../domain/delivery.js';
import type { Draft } from '../../domain/notification.js';
import type { ReadContext } from '../source.js';
import type { HttpRequest } from './request.js';
import type { HttpReply } from './respond.js';

/** A read request: what it asks to send, and its answer once that is done. */
export interface Handled {
  readonly drafts: readonly Draft[];
  reply(outcomes: readonly Outcome[]): HttpReply;
  /** What kept the request from being read: already in the reply, here for the log. */
  readonly error?: unknown;
}

/** What one path and method does. May throw InvalidInputError and SecretUnavailableError: both have an answer. */
export type Endpoint = (request: HttpRequest, context: ReadContext) => Promise<Handled> | Handled;

/** An answer with nothing to send. */
export function answered(reply: HttpReply): Handled {
  return { drafts: [], reply: () => reply };
}
