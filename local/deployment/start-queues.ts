import { DEAD_LETTERS, MAX_RECEIVE_COUNT, NOTIFY_QUEUE } from '../sqs/deployed-queues.js';
import { type SqsEndpoint, startSqsEndpoint } from '../sqs/endpoint.js';
import type { DeploymentOptions } from './deployment-options.js';

/** Starts SQS with both queues. */
export function startQueues(options: DeploymentOptions): Promise<SqsEndpoint> {
  const { time, inFlightBlocks = 'group', sqsLatencyMs: latencyMs = 0, refusal } = options;
  const deadLetter = { name: DEAD_LETTERS.name, maxReceiveCount: MAX_RECEIVE_COUNT };
  const queues = [DEAD_LETTERS, { ...NOTIFY_QUEUE, deadLetter }].map((queue) => ({ inFlightBlocks, ...queue }));
  return startSqsEndpoint({ queues, clock: time.clock, latencyMs, ...(refusal && { refusal }) });
}
