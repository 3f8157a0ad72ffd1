import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { newEntry } from '../../queue/message/entry.js';
import { sendAll } from '../../queue/sqs/acknowledge.js';
import type { QueueReader } from '../../queue/sqs/queue-client.js';
import type { FlapMemory } from './flap-memory.js';

interface TellSettledParts {
  readonly queue: QueueReader;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/**
 * Queues the last state of each alarm that flapped and changes no more, if that state was not told and no tick tells it. Without
 * an event there is no other occasion to tell it. Never rejects.
 */
export async function tellSettled(
  { queue, clock, log }: TellSettledParts,
  flaps: Pick<FlapMemory, 'settled' | 'queued'>,
): Promise<void> {
  const due = flaps.settled();
  const unsent = await sendAll({ queue, log }, due, (notification) =>
    newEntry({ ...notification, id: `${notification.id}:settled` }, clock.now()),
  );
  for (const notification of due) if (!unsent.includes(notification)) flaps.queued(notification);
  if (unsent.length > 0) log.write('warn', 'last state of alarms that flapped not queued', { messages: unsent.length });
}
