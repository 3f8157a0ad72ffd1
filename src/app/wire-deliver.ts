import { readHeartbeat } from '../domain/heartbeat.js';
import { isQueueBatch, receivedMessages } from '../queue/message/item.js';
import { messageWordsOf } from '../text/message-words.js';
import { type App, maskingApp } from './app.js';
import type { Config } from './config.js';
import { createConsumer } from './consumer/consumer.js';
import type { DeliverEdges } from './edges.js';
import { createCheckHeartbeat } from './heartbeat.js';
import { lookUpsOf } from './look-up/wire-look-ups.js';

/**
 * Most time for a batch, milliseconds. The time that remains is the deadline less the clock: if the clock is behind, it
 * seems to be longer than the invocation.
 */
const MAX_BATCH_MS = 60_000;

/** Wires the app of `deliver`: from the queue to WeCom. */
export function wireDeliver(config: Config, edges: DeliverEdges): App {
  const { reader: queue, tellDirectly, clock, mask } = edges;
  const words = messageWordsOf(config.language);
  const drain = createConsumer({ ...edges, queue, lookUps: lookUpsOf(config, edges, words), words, config });
  const onHeartbeat = createCheckHeartbeat(edges);
  return maskingApp(mask, async (event, invocation) => {
    if (isQueueBatch(event)) {
      const remainingMs = Math.min(invocation.remainingMs(), MAX_BATCH_MS);
      return drain(receivedMessages(event), clock.now() + remainingMs);
    }
    const heartbeat = readHeartbeat(event);
    return heartbeat ? onHeartbeat(heartbeat) : tellDirectly(event, invocation);
  });
}
