import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACK_PATH } from '../../src/domain/ack-visit.js';
import type { Feed } from '../group/feed.js';
import type { MessageStore } from '../messages/message-store.js';
import { ActionError } from './action-error.js';
import { actionAt } from './actions.js';
import { toHttpApiEvent, writeHttpApiAnswer } from './door.js';
import { createEventStream } from './events.js';
import { serveFile } from './files.js';
import { isForLoopback, isFromOurPage } from './guard.js';
import type { GroupHost } from './host.js';
import { serveMessages } from './messages-api.js';
import { listSamples, sampleEvent } from './samples.js';
import { writeJson } from './write-json.js';

/** Longest body of a request to the page or the door, in bytes: slightly more than API Gateway accepts. */
const MAX_BODY_BYTES = 11 * 1024 * 1024;
/** Methods without a message: the function answers them, and they are no event of the group's. */
const ASKING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

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
  if (request.method !== 'POST') return writeJson(response, 403, { error: 'Only for our own page' });
  try {
    await action(host, await readJson(request));
    writeJson(response, 200, { ok: true });
  } catch (error) {
    const { status, ...body } = errorAnswer(error);
    writeJson(response, status, body);
  }
}

/** Returns the answer for an error: in English, and what the page needs to say it in its own language. */
function errorAnswer(error: unknown) {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof ActionError) {
    const { problem, values } = error;
    return { status: 400, error: text, problem, values };
  }
  return { status: error instanceof SyntaxError ? 400 : 500, error: text };
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
    if (bytes > MAX_BODY_BYTES)
      throw new ActionError(`Cannot read the body as it is over ${MAX_BODY_BYTES} bytes`, 'tooLarge', {
        maxBytes: MAX_BODY_BYTES,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Serves everything that is not the page as the function's own HTTP door. */
async function serveDoor(url: URL, request: IncomingMessage, response: ServerResponse, { host }: Parts): Promise<void> {
  const event = toHttpApiEvent(request, await readLimited(request), Date.now());
  const group = await host.current();
  const { method = 'GET' } = request;
  // The link in a message leads a person to a page, and browsers look for files of their own: nothing that anybody sent.
  const answer =
    ASKING.has(method) || url.pathname.startsWith(ACK_PATH)
      ? group.visit(event)
      : group.send({ event, via: 'http', label: `${method} ${url.pathname}` });
  writeHttpApiAnswer(await answer, response);
}

interface Parts {
  readonly host: GroupHost;
  readonly feed: Feed;
  readonly messages: MessageStore;
  readonly streamEvents: (request: IncomingMessage, response: ServerResponse) => void;
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  if (!isForLoopback(request)) return writeJson(response, 403, { error: 'Only for this machine: use 127.0.0.1' });
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const isApi = url.pathname.startsWith('/api/');
  // A link elsewhere may lead to the page; nothing else is another page's business.
  if ((isApi || !ASKING.has(request.method ?? 'GET')) && !isFromOurPage(request))
    return writeJson(response, 403, { error: 'Only for our own page and for programs' });
  if (await serveMessages(url, request, response, parts)) return;
  if (request.method === 'GET' && (await serveGet(url, request, response, parts))) return;
  if (request.method === 'HEAD' && (await serveFile(url.pathname, response))) return;
  if (isApi) return serveAction(url.pathname, request, response, parts);
  await serveDoor(url, request, response, parts);
}

/** The parts of the page's server. */
export type GroupServerParts = Pick<Parts, 'host' | 'feed' | 'messages'>;

/** Creates what answers requests: for the page, its buttons, its messages, the feed as server-sent events, and the HTTP door. */
export function createGroupHandler(
  parts: GroupServerParts,
): (request: IncomingMessage, response: ServerResponse) => void {
  const streamEvents = createEventStream(parts.feed);
  return (request, response) => {
    serve(request, response, { ...parts, streamEvents }).catch((error: unknown) => {
      // The client went away, or sent more than we read. If it still listens, it gets an error.
      if (response.headersSent) response.destroy();
      else writeJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    });
  };
}
