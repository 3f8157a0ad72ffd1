import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { type Certificate, createCertificate } from '../net/certificate.js';
import { closeServer, countConnections, listenOnLoopback } from '../net/loopback-server.js';
import { readBody } from '../net/request-body.js';
import { answerOf, refusal } from './answer.js';
import type { FaultPlan } from './faults.js';
import { readMediaPart } from './media.js';
import { writeJson, writeReply } from './reply.js';
import type { Robots } from './robots.js';
import { type Attempt, createWecomService, type WecomService, type WecomServiceOptions } from './service.js';
import type { ShownMessage } from './shown-message.js';

/** The robots of a WeCom, and how it is reached. */
export interface WecomSimulatorOptions extends WecomServiceOptions {
  /** Latency of an answer, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  readonly clock?: Clock;
  /** Default: a fresh one. */
  readonly certificate?: Certificate;
}

/** WeCom's group-robot webhook on this machine, with the limits and the answers of the real one. */
export interface WecomSimulator extends Pick<Robots, 'allow' | 'revoke' | 'callsThisMinute'> {
  /** `https://127.0.0.1:<port>`, the value for `WECOM_BASE_URL`. */
  readonly baseUrl: string;
  /** PEM that a client has to trust. */
  readonly cert: string;
  /** The messages that the groups show, oldest first. */
  readonly shown: readonly ShownMessage[];
  /** Every POST to the webhook, oldest first, including those that failed. */
  readonly attempts: readonly Attempt[];
  /** Returns the number of TLS connections accepted. */
  readonly connections: () => number;
  readonly faults: FaultPlan;
  /** Calls back for each message that appears from now on. Returns a function that ends this. */
  onShown(listener: (message: ShownMessage) => void): () => void;
  /** Calls back for each attempt from now on, when its answer is decided. Returns a function that ends this. */
  onAttempt(listener: (attempt: Attempt) => void): () => void;
  /** Forgets messages, attempts, calls and planned faults. Keys, listeners and connections stay. */
  reset(): void;
  close(): Promise<void>;
}

/** Longer than any pause of a client under test, so that it is the client that closes an idle connection. */
const KEEP_ALIVE_MS = 10 * 60_000;

/** A call of the webhook, as described by its request line. */
interface Call {
  readonly path: string;
  readonly key: string;
  readonly type: string;
}

function callOf(request: IncomingMessage): Call {
  const url = new URL(request.url ?? '/', 'https://127.0.0.1');
  return { path: url.pathname, key: url.searchParams.get('key') ?? '', type: url.searchParams.get('type') ?? '' };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  service: WecomService,
  { clock, latencyMs }: { readonly clock: Clock; readonly latencyMs: number },
): Promise<void> {
  const { path, key, type } = callOf(request);
  if (path === '/cgi-bin/webhook/send' && request.method === 'POST') {
    const admission = service.robots.admit(key);
    response.once('close', admission.done);
    const body = await readBody(request);
    if (latencyMs > 0) await clock.sleep(latencyMs);
    writeReply(response, service.send(admission, body.toString('utf8')), clock);
  } else if (path === '/cgi-bin/webhook/upload_media' && request.method === 'POST') {
    const part = await readMediaPart(await readBody(request), request.headers['content-type'] ?? '');
    writeJson(response, await service.upload(key, type, part));
  } else if (path.startsWith('/cgi-bin/webhook/')) {
    writeJson(response, answerOf(refusal(40058), { at: Date.now(), number: 0 }));
  } else {
    response.writeHead(404).end();
  }
}

/** Starts the simulator on a free port of 127.0.0.1. */
export async function startWecomSimulator(options: WecomSimulatorOptions): Promise<WecomSimulator> {
  const { latencyMs = 0, clock = systemClock, certificate = await createCertificate() } = options;
  const service = createWecomService(options, clock);
  const server = createServer({ ...certificate, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    // If a client goes away while its request is read, there is no one to answer.
    serve(request, response, service, { clock, latencyMs }).catch(() => response.destroy());
  });
  const connections = countConnections(server);
  const port = await listenOnLoopback(server);
  const { robots, faults, shown, attempts } = service;
  return {
    ...service,
    ...robots,
    baseUrl: `https://127.0.0.1:${port}`,
    cert: certificate.cert,
    connections,
    reset: () => {
      shown.length = 0;
      attempts.length = 0;
      faults.clear();
      robots.forgetCalls();
    },
    close: () => closeServer(server),
  };
}
