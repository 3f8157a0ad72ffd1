import type { Outcome } from '../../domain/delivery.js';
import { InvalidInputError, SecretUnavailableError } from '../../domain/errors.js';
import type { HttpRequest } from './request.js';

/** An answer before it is put into the form of API Gateway or a load balancer. */
export interface HttpReply {
  readonly httpStatus: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is answered as JSON, a text as it is. */
  readonly body: Readonly<Record<string, unknown>> | string;
}

/** The response that Lambda returns to API Gateway, a function URL or a load balancer. */
export interface LambdaHttpResponse {
  readonly statusCode: number;
  /** Required by a load balancer: the status code with its reason phrase. */
  readonly statusDescription?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** How long a caller should wait if the secret cannot be read, in seconds. */
const SECRET_RETRY_S = 10;

/**
 * The HTTP status for each outcome. If several outcomes differ, the first in this order is reported: an outcome after which
 * trying again may help comes first.
 */
const HTTP_STATUS: Readonly<Record<Outcome['status'], number>> = {
  unavailable: 503,
  unconfirmed: 504,
  refused: 502,
  invalid: 400,
  queued: 202,
  delivered: 200,
};

const ORDER = Object.keys(HTTP_STATUS);

const REASON_PHRASES: Readonly<Record<number, string>> = {
  200: 'OK',
  202: 'Accepted',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** The same answer for every unknown caller: it does not say why. */
export const UNAUTHORIZED: HttpReply = {
  httpStatus: 401,
  headers: { 'www-authenticate': 'Bearer' },
  body: { status: 'unauthorized' },
};

/** Returns the outcome that is reported for several, or `undefined` if there are none. */
export function leadingOutcome(outcomes: readonly Outcome[]): Outcome | undefined {
  return outcomes.toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))[0];
}

/**
 * Reports the result for one message to its caller.
 * @param id the id of the notification, with which it can be found in the log.
 * @param outcomes one per notification made of the message; empty if a rule drops it.
 */
export function replyToOutcomes(id: string, outcomes: readonly Outcome[]): HttpReply {
  const worst = leadingOutcome(outcomes);
  if (!worst) return { httpStatus: 200, body: { status: 'dropped', id } };
  const results = outcomes.length > 1 && { results: outcomes.map(publicPart) };
  return {
    httpStatus: httpStatusOf(worst),
    ...(worst.status === 'unavailable' && { headers: retryAfter(worst.retryAfterMs / 1000) }),
    body: { id, ...publicPart(worst), ...results },
  };
}

/** Answers a message that is not shown by design. The log says why. */
export function notShown(id: string): HttpReply {
  return { httpStatus: 202, body: { status: 'skipped', id } };
}

/**
 * Answers an error that occurred while a request was read.
 * @returns `undefined` for an error that has no answer.
 */
export function replyToError(error: unknown): HttpReply | undefined {
  if (error instanceof InvalidInputError) return invalidReply(error);
  if (error instanceof SecretUnavailableError) {
    // Its message names the secret and the missing permission: for the log.
    const body = { status: 'unavailable', reason: 'The secret cannot be read at the moment' };
    return { httpStatus: 503, headers: retryAfter(SECRET_RETRY_S), body };
  }
  return undefined;
}

/** Reports a caller's mistake. */
export function invalidReply({ httpStatus, field, message }: InvalidInputError): HttpReply {
  return { httpStatus, body: { status: 'invalid', field, reason: message } };
}

/** Writes an answer in the form that its request's kind requires. API Gateway turns any other form into a 502. */
export function toLambdaResponse(reply: HttpReply, request: HttpRequest): LambdaHttpResponse {
  const type = typeof reply.body === 'string' ? 'text/plain' : 'application/json';
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...reply.headers };
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  const phrase = REASON_PHRASES[reply.httpStatus] ?? '';
  return {
    statusCode: reply.httpStatus,
    ...(request.kind === 'alb' && { statusDescription: `${reply.httpStatus} ${phrase}`.trim() }),
    ...(request.kind === 'alb' && request.multiValueHeaders ? { multiValueHeaders: lists } : { headers }),
    body: typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body),
    isBase64Encoded: false,
  };
}

function httpStatusOf(outcome: Outcome): number {
  return (outcome.status === 'invalid' ? outcome.httpStatus : undefined) ?? HTTP_STATUS[outcome.status];
}

/** Returns an outcome without its internal fields. */
function publicPart(outcome: Outcome): Readonly<Record<string, string>> {
  return {
    status: outcome.status,
    ...('id' in outcome && { id: outcome.id }),
    ...('field' in outcome && { field: outcome.field }),
    ...('reason' in outcome && { reason: outcome.reason }),
  };
}

function retryAfter(seconds: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
}
