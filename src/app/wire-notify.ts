import { createQueueDispatch } from '../queue/enqueue.js';
import type { App } from './app.js';
import type { NotifyEdges, Setup } from './edges.js';
import { createSendHeartbeat } from './heartbeat.js';
import { wireReading } from './wire-reading.js';
import { createWithGraph } from './with-graph.js';

/** Wires the app of `notify`: from events to the queue. */
export function wireNotify(setup: Setup, edges: NotifyEdges): App {
  const { writer: queue, door, prepare, ownAccount = () => undefined, clock, log } = edges;
  const { queueMaxBytes: maxBytes, timeZone } = setup;
  return wireReading(setup, edges, {
    dispatch: createQueueDispatch({ queue, maxBytes, clock, log }),
    withGraph: createWithGraph({ ownAccount, timeZone, log }),
    onHeartbeat: createSendHeartbeat({ queue, door, prepare, clock, log }),
  });
}
