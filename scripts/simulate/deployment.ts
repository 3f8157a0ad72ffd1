import { startEventSourceMapping } from '../../local/lambda/event-source-mapping.js';
import { TIMEOUT_MS } from '../../local/lambda/timeouts.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { DEAD_LETTERS, MAX_RECEIVE_COUNT, NOTIFY_QUEUE } from '../../local/sqs/deployed-queues.js';
import { fifoQueueSettings } from '../../local/sqs/settings.js';
import { wireDeliver } from '../../src/app/wire-deliver.js';
import { wireNotify } from '../../src/app/wire-notify.js';
import type { Clock } from '../../src/base/clock.js';
import { createQueueReader, createQueueWriter } from '../../src/queue/sqs/sqs.js';
import { NO_ROUTES } from '../../src/routing/rule.js';
import { createEnvironments } from './environments.js';
import { CountedQueue, createInProcessSqs, queueUrl } from './in-process-sqs.js';
import { countRequest, type Meter } from './meter.js';
import { CONFIG, createOpenEdges, createTransport } from './simulated-edges.js';

/** Time in which Lambda takes a batch from the queue into the function: published by others, median. */
const HAND_OVER_MS = 28;

/** The name of a robot by its number. */
export function robotName(number: number): string {
  return number === 0 ? 'default' : `group-${number}`;
}

/** Both functions with the queue between them. */
export interface SimulatedDeployment {
  /** Has Lambda invoke `notify` with an event. */
  notify(event: object): Promise<unknown>;
  /** Resolves once the queue is empty and the functions have ended. */
  close(): Promise<void>;
}

/**
 * Starts the deployment in this process: our apps as the functions wire them, the queue and its mapping of `local/`, and a WeCom
 * that allows 20 messages a minute. No feature is on.
 */
export function startDeployment(robots: number, meter: Meter, clock: Clock): SimulatedDeployment {
  const keys = Array.from({ length: robots }, (_, number) => [robotName(number), sampleKey(number + 1)] as const);
  const openEdges = createOpenEdges(keys, meter, clock);
  const { sqs, queue, deadLetters } = createQueues(meter, clock);
  const notify = createEnvironments({
    ...{ name: 'notify', timeoutMs: TIMEOUT_MS.notify, meter, clock },
    open: async () => {
      const { edges, noting } = openEdges();
      // Without HTTP tokens to compare, notify may read no secret.
      const setup = { ...CONFIG, robotSecretId: '', routes: NO_ROUTES };
      return noting(wireNotify(setup, { ...edges, writer: createQueueWriter(sqs, queueUrl(queue)) }));
    },
  });
  const transport = createTransport(keys, meter, clock);
  const deliver = createEnvironments({
    ...{ name: 'deliver', timeoutMs: TIMEOUT_MS.deliver, meter, clock },
    open: async () => {
      const { edges, noting } = openEdges();
      await edges.keys.warm();
      const reader = createQueueReader(sqs, queueUrl(queue), queueUrl(deadLetters), clock.now);
      return noting(wireDeliver(CONFIG, { ...edges, transport, reader, tellDirectly: refuseDirect }));
    },
  });
  const mapping = startEventSourceMapping({
    queue,
    invoke: async (event) => {
      await clock.sleep(HAND_OVER_MS);
      return deliver(event);
    },
    onBatch: ({ deleted }) => {
      if (deleted.length > 0) countRequest(meter, 'DeleteMessageBatch of Lambda');
    },
    clock,
  });
  return {
    notify,
    close: async () => {
      while (queue.messages().length > 0) await clock.sleep(1000);
      await mapping.stop();
      if (deadLetters.messages().length > 0) throw new Error('Cannot count as messages were parked');
    },
  };
}

/** Creates the queue and its dead-letter queue, and the client that reaches both. */
function createQueues(meter: Meter, clock: Clock) {
  const deadLetters = new CountedQueue(fifoQueueSettings(DEAD_LETTERS), clock, meter);
  const deadLetter = { queue: deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT };
  const queue = new CountedQueue(fifoQueueSettings({ ...NOTIFY_QUEUE, deadLetter }), clock, meter);
  return { sqs: createInProcessSqs([queue, deadLetters], meter, clock), queue, deadLetters };
}

async function refuseDirect(): Promise<never> {
  throw new Error('Cannot tell directly as everything comes by the queue');
}
