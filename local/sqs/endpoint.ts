import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { type JsonObject, parseObject } from '../../src/base/json.js';
import type { Certificate } from '../net/certificate.js';
import { closeServer, listenOnLoopback } from '../net/loopback-server.js';
import { readBody } from '../net/request-body.js';
import { dispatch, type Queues, queueNamed, type Refusal, type SqsRequest } from './dispatch.js';
import { SqsError } from './error.js';
import { createSqsFaults, effectOf, operationOf, type SqsFaults } from './faults.js';
import type { LiveQueue } from './live-queue.js';
import { createQueues, type QueueSpec } from './queues.js';

/** The queues behind an endpoint, and how it behaves. */
export interface SqsEndpointOptions {
  /** A dead-letter queue has to come before the queue that uses it. */
  readonly queues: readonly QueueSpec[];
  /** Default 0: any free port. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly refusal?: Refusal;
  /** Time before a call is carried out, milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** HTTPS with this certificate. Default: HTTP. */
  readonly certificate?: Certificate;
}

/**
 * SQS FIFO queues on this machine, for the real SDK: `AWS_ENDPOINT_URL_SQS` is set to `endpoint`, `QUEUE_URL` to
 * `queueUrl(name)`.
 */
export interface SqsEndpoint {
  readonly endpoint: string;
  queueUrl(name: string): string;
  /**
   * Returns the queue itself, which an event source mapping polls and a test inspects. Throws if it was not started
   * with that name.
   */
  queue(name: string): LiveQueue;
  /** Faults on demand: operations that fail, hang or break off. */
  readonly faults: SqsFaults;
  /** Ends open long polls as well. */
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns an error in SQS's own form. A bug of this program counts as a fault of the service, and is named. */
function errorAnswer(thrown: unknown): Answer {
  const error = thrown instanceof SqsError ? thrown : new SqsError('InternalFailure', String(thrown));
  return {
    status: error.status,
    body: { __type: `com.amazonaws.sqs#${error.type}`, message: error.message },
    headers: { 'x-amzn-query-error': `${error.queryCode};${error.senderFault ? 'Sender' : 'Receiver'}` },
  };
}

/** Returns a signal that is aborted when the connection closes, also after an answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return gone.signal;
}

/** Reads a request. It counts as signed if it names a credential: checking the signature itself is AWS's business. */
async function readRequest(request: IncomingMessage, signal: AbortSignal): Promise<SqsRequest> {
  const input = parseObject((await readBody(request)).toString('utf8')) ?? {};
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) {
    throw new SqsError('MissingAuthenticationToken', 'Request is missing Authentication Token');
  }
  return { action: String(request.headers['x-amz-target']).replace(/^AmazonSQS\./, ''), input, signal };
}

/**
 * Writes the answer with the clock's date: a client with scaled time would otherwise think that its own clock is wrong.
 */
function write(response: ServerResponse, { status, body, headers }: Answer, clock: Clock): void {
  const date = new Date(clock.now()).toUTCString();
  const common = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID(), date };
  response.writeHead(status, { ...common, ...headers }).end(JSON.stringify(body));
}

/** Resolves when the client is gone. */
function untilGone(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve());
  });
}

/**
 * Starts the endpoint on 127.0.0.1. It supports only SQS's JSON protocol (AWS JSON 1.0).
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
 */
export async function startSqsEndpoint(options: SqsEndpointOptions): Promise<SqsEndpoint> {
  const { clock = systemClock, refusal = () => undefined, latencyMs = 0, certificate } = options;
  const faults = createSqsFaults(clock.now);
  const answer = async (asked: SqsRequest): Promise<Answer | 'reset'> => {
    const fault = faults.take(operationOf(asked.action));
    const planned = fault && effectOf(fault);
    if (latencyMs > 0) await clock.sleep(latencyMs);
    const body = planned?.acts === false ? {} : await dispatch(asked, queues, refusal);
    if (planned?.effect === 'no answer') await untilGone(asked.signal);
    return planned ? 'reset' : { status: 200, body, headers: {} };
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    readRequest(request, goneSignal(response))
      .then(answer)
      .catch(errorAnswer)
      .then((given) => (given === 'reset' ? response.destroy() : write(response, given, clock)));
  };
  const server = certificate ? createHttpsServer(certificate, listener) : createHttpServer(listener);
  const endpoint = `${certificate ? 'https' : 'http'}://127.0.0.1:${await listenOnLoopback(server, options.port)}`;
  const queues: Queues = {
    byName: createQueues(options.queues, clock),
    urlOf: (queue) => `${endpoint}/111122223333/${queue.settings.name}`,
  };
  return {
    endpoint,
    queueUrl: (name) => queues.urlOf(queueNamed(queues, name)),
    queue: (name) => queueNamed(queues, name),
    faults,
    close: () => closeServer(server),
  };
}
