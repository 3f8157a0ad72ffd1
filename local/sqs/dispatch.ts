import type { JsonObject } from '../../src/base/json.js';
import { ACTIONS } from './actions.js';
import { SqsError } from './error.js';
import { requiredText } from './input.js';
import type { LiveQueue } from './live-queue.js';

/** An error that a test wants SQS to give. Asked for every request, and for every entry of a batch with the single action's name. */
export type Refusal = (action: string, input: JsonObject) => SqsError | undefined;

/** One request to SQS. */
export interface SqsRequest {
  /** `SendMessageBatch`: what follows `AmazonSQS.` in `x-amz-target`. */
  readonly action: string;
  readonly input: JsonObject;
  /** Aborted when the client went away. */
  readonly signal: AbortSignal;
}

/** The queues, and how their URLs are written. */
export interface Queues {
  readonly byName: ReadonlyMap<string, LiveQueue>;
  readonly urlOf: (queue: LiveQueue) => string;
}

/** Throws SqsError QueueDoesNotExist. */
export function queueNamed(queues: Queues, name: string): LiveQueue {
  const queue = queues.byName.get(name);
  if (queue === undefined) throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

/** Answers one request. Rejects with SqsError for what SQS refuses. */
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
