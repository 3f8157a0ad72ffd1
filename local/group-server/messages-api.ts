import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../../src/base/clock.js';
import { quote } from '../../src/base/quote.js';
import type { Feed } from '../group/feed.js';
import { awaitMessages } from '../messages/await-messages.js';
import { MessageQueryError, readMessageQuery } from '../messages/message-query.js';
import type { MessageStore } from '../messages/message-store.js';
import { viewOfMessage } from '../messages/message-view.js';
import { writeJson } from './write-json.js';

/** The path of the messages, and of each one below it. */
const MESSAGES_PATH = '/api/messages';

interface Parts {
  readonly messages: MessageStore;
  readonly feed: Pick<Feed, 'add'>;
}

/** Answers requests for messages: all that match, one, or their deletion. Resolves to false if the request is for something else. */
export async function serveMessages(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<boolean> {
  const isList = url.pathname === MESSAGES_PATH;
  if (!isList && !url.pathname.startsWith(`${MESSAGES_PATH}/`)) return false;
  const base = `http://${request.headers.host}`;
  try {
    if (request.method === 'DELETE' && isList) deleteMessages(url, response, base, parts);
    else if (request.method !== 'GET') refuseMethod(response, isList, request.method);
    else if (isList) await findMessages(url, response, base, parts);
    else findMessage(url.pathname.slice(MESSAGES_PATH.length + 1), response, base, parts);
  } catch (error) {
    if (!(error instanceof MessageQueryError)) throw error;
    writeJson(response, 400, { error: error.message });
  }
  return true;
}

async function findMessages(url: URL, response: ServerResponse, base: string, { messages }: Parts): Promise<void> {
  const query = readMessageQuery(url.searchParams);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const { isComplete, ...found } = await awaitMessages(messages, query, {
    base,
    clock: systemClock,
    signal: gone.signal,
  });
  if (isComplete) return writeJson(response, 200, found);
  const error = `Cannot find ${query.count} matching messages as no more came in ${query.waitMs / 1000} s: current value is ${found.total}`;
  writeJson(response, 404, { error, ...found });
}

function findMessage(id: string, response: ServerResponse, base: string, { messages }: Parts): void {
  const found = messages.all().find(({ number }) => String(number) === id);
  const error = `Cannot find the message as its id must be one that is kept, see ${MESSAGES_PATH}: current value is ${quote(id)}`;
  writeJson(response, found ? 200 : 404, found ? viewOfMessage(found, base) : { error });
}

/** Deletes all messages that match: all of them if no parameter is given. */
function deleteMessages(url: URL, response: ServerResponse, base: string, { messages, feed }: Parts): void {
  const { matches } = readMessageQuery(url.searchParams);
  const numbers = messages.remove((message) => matches(viewOfMessage(message, base)));
  if (numbers.length > 0) feed.add({ kind: 'deleted', numbers });
  writeJson(response, 200, { deleted: numbers.length, last: messages.nextNumber() - 1 });
}

function refuseMethod(response: ServerResponse, isList: boolean, method = ''): void {
  const allowed = isList ? 'GET, DELETE' : 'GET';
  response.setHeader('allow', allowed);
  writeJson(response, 405, {
    error: `Cannot serve the request as its method must be one of ${allowed}: current value is ${method}`,
  });
}
