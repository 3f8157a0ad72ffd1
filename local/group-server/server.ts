import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ACK_PATH } from '../../src/domain/ack-visit.js';
import type { Feed } from '../group/feed.js';
import { ActionError, actionAt } from './actions.js';
import { toHttpApiEvent, writeHttpApiAnswer } from './door.js';
import { createEventStream } from './events.js';
import { serveFile } from './files.js';
import { isForLoopback, isFromOurPage } from './guard.js';
import type { GroupHost } from './host.js';
import { listSamples, sampleEvent } from './samples.js';

/** Longest body of a request to the page or the door, in bytes: slightly more than API Gateway accepts. */
const MAX_BODY_BYTES = 11 * 1024 * 1024;

function writeJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** Serves the page's GET requests: its files, the feed and the samples. Resolves to true if it was one of these. */
async function serveGet(url: URL, request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<boolean> {
  switch (url.pathname) {
    case '/api/feed':
      parts.streamEvents(request, response);
      return true;
    case '/api/samples':
      writeJson(response, 200, await listSamples((await parts.host.current()).read));
      return true;
    case '/api/sample': {
      const event = await sampleEvent(url.searchParams.get('file') ?? '');
      writeJson(response, event === undefined ? 404 : 200, event ?? { error: 'No such sample' });
      return true;
    }
    default:
      return serveFile(url.pathname, response);
  }
}

/** Serves the page's buttons. */
async function serveAction(path: string, request: IncomingMessage, response: ServerResponse, { host }: Parts) {
  const action = actionAt(path);
  if (!action) return writeJson(response, 404, { error: 'No such button' });
  // Another page could trigger a GET with a picture, and without an origin.
  if (request.method !== 'POST' || !isFromOurPage(request))
    return writeJson(response, 403, { error: 'Only for our own page' });
  try {
    await action(host, await readJson(request));
    writeJson(response, 200, { ok: true });
  } catch (error) {
    const isTheirs = error instanceof ActionError || error instanceof SyntaxError;
    writeJson(response, isTheirs ? 400 : 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readLimited(request)).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

async function readLimited(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new ActionError(`Cannot read the body as it is over ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Serves everything that is not the page as the function's own HTTP door. */
async function serveDoor(request: IncomingMessage, response: ServerResponse, { host }: Parts): Promise<void> {
  const event = toHttpApiEvent(request, await readLimited(request), Date.now());
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const group = await host.current();
  // The link in a message leads a person to a page: nothing that anybody sent.
  const answer = pathname.startsWith(ACK_PATH)
    ? group.visit(event)
    : group.send({ event, via: 'http', label: `${request.method} ${pathname}` });
  writeHttpApiAnswer(await answer, response);
}

interface Parts {
  readonly host: GroupHost;
  readonly streamEvents: (request: IncomingMessage, response: ServerResponse) => void;
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  if (!isForLoopback(request)) return writeJson(response, 403, { error: 'Only for this machine: use 127.0.0.1' });
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'GET' && (await serveGet(url, request, response, parts))) return;
  if (url.pathname.startsWith('/api/')) return serveAction(url.pathname, request, response, parts);
  await serveDoor(request, response, parts);
}

/**
 * Creates one server for the page, its buttons, the feed as server-sent events, and the HTTP door. It does not listen
 * yet.
 * @param host requests wait for it: it may have to know the port that the server gets.
 */
export function createGroupServer(host: GroupHost | Promise<GroupHost>, feed: Feed): Server {
  const streamEvents = createEventStream(feed);
  return createServer((request, response) => {
    const served = async () => serve(request, response, { host: await host, streamEvents });
    served().catch((error: unknown) => {
      // The client went away, or sent more than we read. If it still listens, it gets an error.
      if (response.headersSent) response.destroy();
      else writeJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  });
}
