import type { SQSClient } from '@aws-sdk/client-sqs';
import { dispatch } from '../../local/sqs/dispatch.js';
import { LiveQueue, type ReceiveRequest } from '../../local/sqs/live-queue.js';
import type { ReceivedMessage } from '../../local/sqs/message.js';
import type { Clock } from '../../src/base/clock.js';
import { arrayAt, type JsonObject, textAt } from '../../src/base/json.js';
import { countRequest, type Meter } from './meter.js';

/** Time that a request to SQS takes, milliseconds. */
const REQUEST_MS = 10;

/** Longest wait of a poll that finds nothing, milliseconds. Lambda's own polls are shorter; what they bring is the same. */
const POLL_MS = 12 * 60 * 60_000;

/** A queue whose receives are counted: those of Lambda's event source mapping, if they bring something. */
export class CountedQueue extends LiveQueue {
  readonly #meter: Meter;

  constructor(settings: LiveQueue['settings'], clock: Clock, meter: Meter) {
    super(settings, clock);
    this.#meter = meter;
  }

  override async receive(request: ReceiveRequest): Promise<readonly ReceivedMessage[]> {
    const messages = await super.receive({ ...request, waitMs: POLL_MS });
    const bytes = messages.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
    if (messages.length > 0) countRequest(this.#meter, 'ReceiveMessage', bytes);
    return messages;
  }
}

/** Creates a client whose requests these queues answer, as the endpoint of `local/sqs` would, without a connection. */
export function createInProcessSqs(queues: readonly LiveQueue[], meter: Meter, clock: Clock): Pick<SQSClient, 'send'> {
  const byName = new Map(queues.map((queue) => [queue.settings.name, queue]));
  const { signal } = new AbortController();
  const send = async (command: { readonly input: JsonObject }): Promise<JsonObject> => {
    const action = command.constructor.name.replace(/Command$/, '');
    countRequest(meter, action, bytesIn(command.input));
    await clock.sleep(REQUEST_MS);
    return dispatch({ action, input: command.input, signal }, { byName, urlOf: queueUrl }, () => undefined);
  };
  // The client has a signature for each command, and for callbacks: these parts use commands alone.
  return { send: send as unknown as SQSClient['send'] };
}

/** Returns the address of a queue. */
export function queueUrl({ settings }: Pick<LiveQueue, 'settings'>): string {
  return `https://sqs.us-east-1.amazonaws.com/111122223333/${settings.name}`;
}

function bytesIn(input: JsonObject): number {
  const bodies = [textAt(input, 'MessageBody'), ...arrayAt(input, 'Entries').map((one) => textAt(one, 'MessageBody'))];
  return bodies.reduce((sum, body) => sum + Buffer.byteLength(body ?? ''), 0);
}
