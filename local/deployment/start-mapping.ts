import type { BatchOutcome } from '../lambda/event-source-batch.js';
import { startEventSourceMapping } from '../lambda/event-source-mapping.js';
import type { SqsEndpoint } from '../sqs/endpoint.js';
import type { LiveQueue } from '../sqs/live-queue.js';
import type { DeploymentOptions } from './deployment-options.js';
import type { Functions } from './start-functions.js';

/** Starts the event source mapping between the queue and `deliver`. */
export function startMapping(
  options: DeploymentOptions,
  queue: LiveQueue,
  sqs: SqsEndpoint,
  deliver: Functions['deliver'],
  batches: BatchOutcome[],
) {
  const { handOverMs = 0, maximumConcurrency = 10 } = options;
  const { clock } = options.time;
  const mapping = startEventSourceMapping({
    queue,
    clock,
    maximumConcurrency,
    canReach: () => !sqs.faults.isDown('ReceiveMessage'),
    invoke: async (event) => {
      if (handOverMs > 0) await clock.sleep(handOverMs);
      options.onTaken?.(event);
      return deliver.invoke(event);
    },
    onBatch: (batch) => {
      batches.push(batch);
      options.onBatch?.(batch);
    },
  });
  sqs.faults.onChange(mapping.reconnect);
  return mapping;
}
