import type { BatchOutcome } from './lambda/event-source-batch.js';
import type { SqsEvent } from './lambda/event-source-event.js';
import { startEventSourceMapping } from './lambda/event-source-mapping.js';
import { type LambdaPool, startLambdaPool } from './lambda/pool.js';
import type { Refusal } from './sqs/dispatch.js';
import { type SqsEndpoint, startSqsEndpoint } from './sqs/endpoint.js';
import type { LiveQueue } from './sqs/live-queue.js';
import { type StandIns, type StandInsOptions, startStandIns } from './stand-ins.js';
import type { ScaledTime } from './time/scaled-time.js';
import { createSemaphore } from './time/semaphore.js';

/** The timeouts of the deployed functions, as in `serverless.yml` and `deploy/resources/`. */
const NOTIFY_TIMEOUT_MS = 29_000;
const DELIVER_TIMEOUT_MS = 60_000;
const DEAD_LETTERS = { name: 'dead.fifo', retentionMs: 14 * 24 * 60 * 60_000 };
const QUEUE = {
  name: 'notify.fifo',
  retentionMs: 14 * 24 * 60 * 60_000,
  visibilityTimeoutMs: 90_000,
  deadLetter: { name: DEAD_LETTERS.name, maxReceiveCount: 1000 },
};

export interface DeploymentOptions extends Omit<StandInsOptions, 'clock'> {
  /** The built function. */
  readonly bundle: string;
  /** Name of the secret with the robots' keys. */
  readonly secretId: string;
  readonly time: ScaledTime;
  /** Numbers of `notify` and `deliver` processes. Default one and two. */
  readonly notifiers?: number;
  readonly consumers?: number;
  /** Maximum concurrency of the event source mapping. Default 10, as deployed. */
  readonly maximumConcurrency?: number;
  /** Additional settings of both functions. */
  readonly env?: Readonly<Record<string, string>>;
  /** Errors for SQS to return. */
  readonly refusal?: Refusal;
  /** Called before and after `deliver` is invoked with each batch. */
  readonly onTaken?: (event: SqsEvent) => void;
  readonly onBatch?: (batch: BatchOutcome) => void;
}

/**
 * Both functions as processes of their own, the queue between them, and the services they call, all on this machine.
 */
export interface Deployment extends Omit<StandIns, 'environment'> {
  readonly sqs: SqsEndpoint;
  readonly queue: LiveQueue;
  readonly deadLetters: LiveQueue;
  readonly time: ScaledTime;
  /** Invokes `notify` as soon as a process is free. Rejects if the handler throws. */
  notify(event: unknown, requestId?: string): Promise<unknown>;
  /** Replaces the settings of both functions, for the events from now on. */
  configure(env: Readonly<Record<string, string>>): void;
  readonly deliver: LambdaPool;
  /** Every line that either function has written. */
  readonly lines: readonly string[];
  /** The result of each batch, oldest first. */
  readonly batches: readonly BatchOutcome[];
  /** Resolves once the queue is empty (or holds nothing for `robot`, if given): every message is shown or parked. */
  drained(robot?: string): Promise<void>;
}

/** Starts everything, with the queue settings, timeouts and batch size of the deployment. */
export async function startDeployment(options: DeploymentOptions): Promise<Deployment> {
  const { bundle, secretId, time, notifiers = 1, consumers = 2, maximumConcurrency = 10, refusal } = options;
  const { clock, execArgv } = time;
  const standIns = await startStandIns({ ...options, clock });
  const sqs = await startSqsEndpoint({ queues: [DEAD_LETTERS, QUEUE], clock, ...(refusal && { refusal }) });
  const queue = sqs.queue(QUEUE.name);
  const shared = { ...standIns.environment(secretId), AWS_ENDPOINT_URL_SQS: sqs.endpoint, ...time.env, ...options.env };
  const notifyEnv = { ...shared, QUEUE_URL: sqs.queueUrl(QUEUE.name) };
  const deadLetterUrl = sqs.queueUrl(DEAD_LETTERS.name);
  const deliverEnv = { ...shared, DRAIN_QUEUE_URL: sqs.queueUrl(QUEUE.name), DEAD_LETTER_QUEUE_URL: deadLetterUrl };
  const start = (size: number, functionName: string, env: Readonly<Record<string, string>>): Promise<LambdaPool> =>
    startLambdaPool(size, { bundle, functionName, clock, execArgv, env });
  const [notify, deliver] = await Promise.all([
    start(notifiers, 'notify', notifyEnv),
    start(consumers, 'deliver', deliverEnv),
  ]);
  // Lambda keeps an asynchronous event for hours, until an environment is free.
  const turn = createSemaphore(notifiers);
  const lines: string[] = [];
  for (const pool of [notify, deliver]) pool.onLine((line) => lines.push(line));
  const batches: BatchOutcome[] = [];
  const mapping = startEventSourceMapping({
    queue,
    clock,
    maximumConcurrency,
    invoke: (event) => {
      options.onTaken?.(event);
      return deliver.invoke(event, { timeoutMs: DELIVER_TIMEOUT_MS });
    },
    onBatch: (batch) => {
      batches.push(batch);
      options.onBatch?.(batch);
    },
  });
  return {
    ...standIns,
    sqs,
    queue,
    deadLetters: sqs.queue(DEAD_LETTERS.name),
    time,
    notify: (event, requestId) =>
      turn(() => notify.invoke(event, { timeoutMs: NOTIFY_TIMEOUT_MS, ...(requestId !== undefined && { requestId }) })),
    configure: (env) => {
      notify.configure({ ...notifyEnv, ...env });
      deliver.configure({ ...deliverEnv, ...env });
    },
    deliver,
    lines,
    batches,
    drained: async (robot) => {
      const holds = () =>
        queue.messages().some(({ groupId }) => robot === undefined || groupId === encodeURIComponent(robot));
      while (holds()) await clock.sleep(200);
    },
    close: async () => {
      const stopped = mapping.stop();
      // The mapping has stopped once its invocations have ended, which they do with their processes.
      for (const pool of [notify, deliver]) pool.stop();
      await stopped;
      await Promise.all([sqs.close(), standIns.close()]);
    },
  };
}
