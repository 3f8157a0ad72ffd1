import type { JsonObject } from '../../src/base/json.js';
import { ACTIONS } from './actions.js';
import { SqsError } from './error.js';
import { requiredText } from './input.js';
import type { LiveQueue } from './live-queue.js';

/**
 * Returns an error if a test wants SQS to fail. Called for every request, and for every entry of a batch with the name
 * of the single action.
 */
export type Refusal = (action: string, input: JsonObject) => SqsError | undefined;

/** One request to SQS. */
export interface SqsRequest {
  /** The part after `AmazonSQS.` in `x-amz-target`: `SendMessageBatch`. */
  readonly action: string;
  readonly input: JsonObject;
  /** Aborted if the client goes away. */
  readonly signal: AbortSignal;
}

/** The queues, and the form of their URLs. */
export interface Queues {
  readonly byName: ReadonlyMap<string, LiveQueue>;
  readonly urlOf: (queue: LiveQueue) => string;
}

/** Returns the queue. @throws {SqsError} QueueDoesNotExist, if there is no such queue. */
export function queueNamed(queues: Queues, name: string): LiveQueue {
  const queue = queues.byName.get(name);
  if (queue === undefined) throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

/** Answers one request. Rejects with SqsError if SQS would refuse it. */
export async function dispatch(request: SqsRequest, queues: Queues, refusal: Refusal): Promise<JsonObject> {
  const { action: name, input, signal } = request;
  const refuse = (action: string, refused: JsonObject): void => {
    const error = refusal(action, refused);
    if (error !== undefined) throw error;
  };
  refuse(name, input);
  if (name === 'GetQueueUrl') return { QueueUrl: queues.urlOf(queueNamed(queues, requiredText(input, 'QueueName'))) };
  const action = ACTIONS.get(name);
  if (action === undefined) throw new SqsError('UnsupportedOperation', `${name} is not part of this stand-in.`);
  const queue = queueNamed(queues, requiredText(input, 'QueueUrl').split('/').at(-1) ?? '');
  return action(input, { queue, signal, refuse });
}
