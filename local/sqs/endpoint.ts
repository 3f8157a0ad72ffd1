import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { type JsonObject, parseObject } from '../../src/base/json.js';
import { closeServer, listenOnLoopback } from '../net/loopback-server.js';
import { readBody } from '../net/request-body.js';
import { dispatch, type Queues, queueNamed, type Refusal, type SqsRequest } from './dispatch.js';
import { SqsError } from './error.js';
import type { LiveQueue } from './live-queue.js';
import { createQueues, type QueueSpec } from './queues.js';

export interface SqsEndpointOptions {
  /** A dead-letter queue stands before the queue that uses it. */
  readonly queues: readonly QueueSpec[];
  /** Default 0: any free port. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly refusal?: Refusal;
}

/** SQS FIFO queues on this machine, for the real SDK: `AWS_ENDPOINT_URL_SQS` is set to `endpoint`, `QUEUE_URL` to `queueUrl(name)`. */
export interface SqsEndpoint {
  readonly endpoint: string;
  queueUrl(name: string): string;
  /** The queue itself: what an event source mapping polls and a test looks into. Throws for a name it was not started with. */
  queue(name: string): LiveQueue;
  /** Ends open long polls too. */
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was thrown, as SQS says it. A fault of this program is a fault of the service, and says what it was. */
function errorAnswer(thrown: unknown): Answer {
  const error = thrown instanceof SqsError ? thrown : new SqsError('InternalFailure', String(thrown));
  return {
    status: error.status,
    body: { __type: `com.amazonaws.sqs#${error.type}`, message: error.message },
    headers: { 'x-amzn-query-error': `${error.queryCode};${error.senderFault ? 'Sender' : 'Receiver'}` },
  };
}

/** Aborted when the connection closes, which is also when it was answered. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return gone.signal;
}

/** A signed request is one that names a credential; whether the signature is right is AWS's affair. */
async function readRequest(request: IncomingMessage, signal: AbortSignal): Promise<SqsRequest> {
  const input = parseObject((await readBody(request)).toString('utf8')) ?? {};
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) {
    throw new SqsError('MissingAuthenticationToken', 'Request is missing Authentication Token');
  }
  return { action: String(request.headers['x-amz-target']).replace(/^AmazonSQS\./, ''), input, signal };
}

/** The date is the clock's: a client whose time is scaled would else think its own clock wrong. */
function write(response: ServerResponse, { status, body, headers }: Answer, clock: Clock): void {
  const date = new Date(clock.now()).toUTCString();
  const common = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID(), date };
  response.writeHead(status, { ...common, ...headers }).end(JSON.stringify(body));
}

/** Starts the endpoint on 127.0.0.1. It speaks SQS's JSON protocol (AWS JSON 1.0) and no other.
 *  @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html */
export async function startSqsEndpoint(options: SqsEndpointOptions): Promise<SqsEndpoint> {
  const { clock = systemClock, refusal = () => undefined } = options;
  const server = createServer((request, response) => {
    readRequest(request, goneSignal(response))
      .then((asked) => dispatch(asked, queues, refusal))
      .then(
        (body) => write(response, { status: 200, body, headers: {} }, clock),
        (error: unknown) => write(response, errorAnswer(error), clock),
      );
  });
  const endpoint = `http://127.0.0.1:${await listenOnLoopback(server, options.port)}`;
  const queues: Queues = {
    byName: createQueues(options.queues, clock),
    urlOf: (queue) => `${endpoint}/111122223333/${queue.settings.name}`,
  };
  return {
    endpoint,
    queueUrl: (name) => queues.urlOf(queueNamed(queues, name)),
    queue: (name) => queueNamed(queues, name),
    close: () => closeServer(server),
  };
}
