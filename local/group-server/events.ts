import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Feed } from '../group/feed.js';

/** The interval that keeps the connection open and the page's clock right, in real milliseconds. */
const CLOCK_EVERY_MS = 10_000;

/**
 * Creates a server-sent event stream of the feed's entries, beginning with those a page missed. Ids of another run are
 * ignored.
 */
export function createEventStream(feed: Feed) {
  const run = randomUUID().slice(0, 8);
  const lastSeen = ({ headers }: IncomingMessage): number => {
    const [, seenRun, seq] = /^(\w+)-(\d+)$/.exec(String(headers['last-event-id'] ?? '')) ?? [];
    return seenRun === run ? Number(seq) : 0;
  };

  /** Answers with the stream, which ends when the page is closed. */
  return (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const tellClock = () => response.write(`event: clock\ndata: ${JSON.stringify(feed.readClock())}\n\n`);
    const tell = (entry: { readonly seq: number; readonly kind: string }): void => {
      response.write(`id: ${run}-${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`);
      if (entry.kind === 'group') tellClock();
    };
    tellClock();
    for (const entry of feed.since(lastSeen(request))) tell(entry);
    const removeListener = feed.onEntry(tell);
    const timer = setInterval(tellClock, CLOCK_EVERY_MS);
    response.on('close', () => {
      clearInterval(timer);
      removeListener();
    });
  };
}
