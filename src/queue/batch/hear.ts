import { parseObject } from '../../base/json.js';
import type { Log } from '../../base/log.js';
import { type Heartbeat, readHeartbeat } from '../../domain/heartbeat.js';
import type { ReceivedMessage } from '../message/item.js';
import type { QueueReader } from '../sqs/queue-client.js';

/** The parts that heartbeats need. */
export interface HearParts {
  readonly queue: QueueReader;
  /** Called with each heartbeat in a batch. Never rejects. */
  readonly onHeartbeat: (heartbeat: Heartbeat) => Promise<void>;
  readonly log: Log;
}

/**
 * Acknowledges heartbeats, whatever comes of them: one that fails is told by its absence. It also fails if SQS does not do
 * what a message needs, as nothing would be shown then.
 */
export async function hear(
  { queue, onHeartbeat, log }: HearParts,
  messages: readonly ReceivedMessage[],
  lost: readonly ReceivedMessage[],
): Promise<readonly ReceivedMessage[]> {
  try {
    await queue.delete(messages);
    if (messages.some((message) => lost.includes(message))) throw new Error('Its visibility timeout was not extended');
  } catch (error) {
    log.write('warn', 'heartbeat failed', { reason: String(error) });
    return [];
  }
  const heartbeats = messages.flatMap(({ body }) => readHeartbeat(parseObject(body)) ?? []);
  await Promise.all(heartbeats.map(onHeartbeat));
  return [];
}
