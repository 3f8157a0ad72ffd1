import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Feed } from '../group/feed.js';

/** Keeps the connection open, and the page's clock right. Real milliseconds. */
const CLOCK_EVERY_MS = 10_000;

/** Server-sent events: every entry of the feed, those that a page missed first. Ids of another run are not understood. */
export function createEventStream(feed: Feed) {
  const run = randomUUID().slice(0, 8);
  const lastSeen = ({ headers }: IncomingMessage): number => {
    const [, seenRun, seq] = /^(\w+)-(\d+)$/.exec(String(headers['last-event-id'] ?? '')) ?? [];
    return seenRun === run ? Number(seq) : 0;
  };

  /** Answers with the stream; it ends when the page goes away. */
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
