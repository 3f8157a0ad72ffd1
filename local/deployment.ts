import { type CloudWatchEndpoint, startCloudWatch } from './cloudwatch/endpoint.js';
import type { MetricDatum } from './cloudwatch/metric-datum.js';
import { type EventInvokeConfig, startAsynchronousInvocation } from './lambda/asynchronous.js';
import { functionArn } from './lambda/environment.js';
import type { BatchOutcome } from './lambda/event-source-batch.js';
import type { SqsEvent } from './lambda/event-source-event.js';
import { startEventSourceMapping } from './lambda/event-source-mapping.js';
import { functionFile } from './lambda/function-file.js';
import { createFunctions, type InvokeFunction, type LambdaFault } from './lambda/functions.js';
import type { InvocationRecord } from './lambda/invocation-record.js';
import { PLACE } from './lambda/place.js';
import type { LambdaPool, StartPool } from './lambda/pool.js';
import { s3Destination } from './lambda/s3-destination.js';
import { EVERY_MS, scheduledEvent, startScheduledRule } from './lambda/scheduled-rule.js';
import { TIMEOUT_MS } from './lambda/timeouts.js';
import type { PlannedFaults } from './net/planned-faults.js';
import type { Bucket } from './s3/bucket.js';
import { type S3Endpoint, startS3Endpoint } from './s3/endpoint.js';
import { DEAD_LETTERS, MAX_RECEIVE_COUNT, NOTIFY_QUEUE } from './sqs/deployed-queues.js';
import type { Refusal } from './sqs/dispatch.js';
import { type SqsEndpoint, startSqsEndpoint } from './sqs/endpoint.js';
import type { LiveQueue } from './sqs/live-queue.js';
import type { InFlightBlocks } from './sqs/settings.js';
import { type StandIns, type StandInsOptions, startStandIns } from './stand-ins.js';
import type { ScaledTime } from './time/scaled-time.js';
import { createSemaphore } from './time/semaphore.js';

/** The bucket with the records of events that were given up, and the id of its request metrics. */
export const FAILED_EVENTS = { bucket: 'failed-events', filterId: 'records' } as const;

export type FunctionName = keyof typeof TIMEOUT_MS;

export interface DeploymentOptions extends Omit<StandInsOptions, 'clock'> {
  /** The folder of the built functions. */
  readonly functionFolder: string;
  /** Name of the secret with the robots' keys. */
  readonly secretId: string;
  /** Name of the secret with the tokens, if they are in another one: `notify` then reads that and not the robots'. */
  readonly tokensSecretId?: string;
  readonly time: ScaledTime;
  /** Numbers of `notify` and `deliver` processes. Default one and two. */
  readonly notifiers?: number;
  readonly consumers?: number;
  /** Timeout of `notify` in its time, milliseconds. Default: as deployed. If time runs fast, a busy machine needs more. */
  readonly notifyTimeoutMs?: number;
  /** Maximum concurrency of the event source mapping. Default 10, as deployed. */
  readonly maximumConcurrency?: number;
  /** Additional settings of both functions. */
  readonly env?: Readonly<Record<string, string>>;
  /** Time that a call of SQS takes, and that a batch takes from the queue into the function, milliseconds. Default 0. */
  readonly sqsLatencyMs?: number;
  readonly handOverMs?: number;
  /** Errors for SQS to return. */
  readonly refusal?: Refusal;
  /** How both queues treat a group of which a message is in flight. Default `group`. */
  readonly inFlightBlocks?: InFlightBlocks;
  /** Asynchronous invocation of `notify`. Default as deployed: records of events that are given up go to `failedEvents`. */
  readonly asynchronous?: EventInvokeConfig;
  /** Sends a heartbeat every five minutes, as deployed. Default false: most tests are about messages. */
  readonly heartbeats?: boolean;
  /** Stands in for CloudWatch, and sends a tick every five minutes, as deployed. Default false. */
  readonly cloudWatch?: boolean;
  /** Starts the environments of a function. Default: as processes of their own. */
  readonly startPool?: StartPool;
  /** Called before and after `deliver` is invoked with each batch. */
  readonly onTaken?: (event: SqsEvent) => void;
  readonly onBatch?: (batch: BatchOutcome) => void;
}

/**
 * Both functions as processes of their own, the queue between them, and the services they call, all on this machine.
 */
export interface Deployment extends Omit<StandIns, 'environment'> {
  /** While its faults make every ReceiveMessage fail, the event source mapping does not reach SQS either. */
  readonly sqs: SqsEndpoint;
  readonly queue: LiveQueue;
  readonly deadLetters: LiveQueue;
  readonly time: ScaledTime;
  /** Invokes `notify` as soon as a process is free. Rejects if the handler throws. */
  notify(event: unknown, requestId?: string): Promise<unknown>;
  /**
   * Has Lambda invoke `notify` asynchronously, as SNS, EventBridge and alarm actions do: Lambda retries, and in the end
   * gives the event to the on-failure destination. Returns the request id.
   */
  publish(event: unknown): string;
  /** The alarms of the account and region. Absent if nothing stands in for CloudWatch. */
  readonly cloudWatch?: CloudWatchEndpoint;
  /** While its faults refuse PutObject, records of events that are given up are lost. */
  readonly s3: S3Endpoint;
  /** The records of published events that were given up, until they are replayed. */
  readonly failedEvents: Bucket;
  /** Records that no destination took. */
  readonly lostEvents: readonly InvocationRecord[];
  /** Faults of Lambda on demand, of both functions or of one. */
  readonly lambdaFaults: PlannedFaults<LambdaFault, FunctionName>;
  /** The metrics that Lambda and S3 wrote, oldest first. */
  readonly metrics: readonly MetricDatum[];
  /** Replaces the settings of both functions, for the events from now on. */
  configure(env: Readonly<Record<string, string>>): void;
  /** Changes a function's timeout, for the events from now on. Milliseconds. */
  setTimeout(name: FunctionName, timeoutMs: number): void;
  readonly deliver: LambdaPool;
  /** Every line that either function has written. */
  readonly lines: readonly string[];
  /** The result of each batch, oldest first. */
  readonly batches: readonly BatchOutcome[];
  /**
   * Resolves once no published event is on its way and the queue is empty (or holds nothing for `robot`, if given): every
   * message is shown or parked, or its event was given up.
   */
  drained(robot?: string): Promise<void>;
}

/** Starts everything, with the queue settings, timeouts and batch size of the deployment. */
export async function startDeployment(options: DeploymentOptions): Promise<Deployment> {
  const { time } = options;
  const { clock } = time;
  const standIns = await startStandIns({ ...options, clock });
  const sqs = await startQueues(options);
  const cloudWatch = options.cloudWatch ? await startCloudWatch(PLACE, clock) : undefined;
  const envs = environments(options, standIns, sqs, cloudWatch);
  const functions = await startFunctions(options, envs);
  const { lambda, notify, deliver, invokeNotify } = functions;
  const s3 = await startS3Endpoint({
    buckets: [FAILED_EVENTS.bucket],
    clock,
    metrics: { filterId: FAILED_EVENTS.filterId, record: lambda.record },
  });
  const events = startEvents(options, functions, s3, cloudWatch !== undefined);
  const queue = sqs.queue(NOTIFY_QUEUE.name);
  const batches: BatchOutcome[] = [];
  const mapping = startMapping(options, queue, sqs, deliver, batches);
  return {
    ...standIns,
    sqs,
    queue,
    deadLetters: sqs.queue(DEAD_LETTERS.name),
    time,
    notify: invokeNotify,
    publish: events.publish,
    ...(cloudWatch && { cloudWatch }),
    s3,
    failedEvents: s3.bucket(FAILED_EVENTS.bucket),
    lostEvents: events.lost,
    lambdaFaults: lambda.faults,
    metrics: lambda.metrics,
    configure: (env) => {
      notify.pool.configure({ ...envs.notify, ...env });
      deliver.pool.configure({ ...envs.deliver, ...env });
    },
    setTimeout: functions.setTimeout,
    deliver: deliver.pool,
    lines: lambda.lines,
    batches,
    drained: async (robot) => {
      const holds = () =>
        queue.messages().some(({ groupId }) => robot === undefined || groupId === encodeURIComponent(robot));
      while (events.waiting() > 0 || holds()) await clock.sleep(200);
    },
    close: async () => {
      events.stop();
      const stopped = mapping.stop();
      // The mapping has stopped once its invocations have ended, which they do with their processes.
      for (const { pool } of [notify, deliver]) pool.stop();
      await stopped;
      await Promise.all([sqs.close(), s3.close(), standIns.close(), cloudWatch?.close()]);
    },
  };
}

/** Starts SQS with both queues. */
function startQueues(options: DeploymentOptions): Promise<SqsEndpoint> {
  const { time, inFlightBlocks = 'group', sqsLatencyMs: latencyMs = 0, refusal } = options;
  const deadLetter = { name: DEAD_LETTERS.name, maxReceiveCount: MAX_RECEIVE_COUNT };
  const queues = [DEAD_LETTERS, { ...NOTIFY_QUEUE, deadLetter }].map((queue) => ({ inFlightBlocks, ...queue }));
  return startSqsEndpoint({ queues, clock: time.clock, latencyMs, ...(refusal && { refusal }) });
}

/** The variables of each function. */
type Environments = Readonly<Record<FunctionName, Readonly<Record<string, string>>>>;

/** Starts the processes of both functions. */
async function startFunctions(options: DeploymentOptions, envs: Environments) {
  const { time, notifiers = 1, consumers = 2, functionFolder, startPool } = options;
  const timeoutMs: Record<FunctionName, number> = {
    ...TIMEOUT_MS,
    notify: options.notifyTimeoutMs ?? TIMEOUT_MS.notify,
  };
  const lambda = createFunctions({
    bundles: { notify: functionFile(functionFolder, 'notify'), deliver: functionFile(functionFolder, 'deliver') },
    execArgv: time.execArgv,
    timeoutMs,
    clock: time.clock,
    ...(startPool && { startPool }),
  });
  const [notify, deliver] = await Promise.all([
    lambda.start('notify', notifiers, envs.notify),
    lambda.start('deliver', consumers, envs.deliver),
  ]);
  // There is always an environment for an event, as in AWS; on this machine it waits for one of a few.
  const turn = createSemaphore(notifiers);
  const invokeNotify: InvokeFunction = (event, requestId) => turn(() => notify.invoke(event, requestId));
  const setTimeout = (name: FunctionName, ms: number): void => {
    timeoutMs[name] = ms;
  };
  return { lambda, notify, deliver, invokeNotify, setTimeout };
}

type Functions = Awaited<ReturnType<typeof startFunctions>>;

/** Starts what invokes `notify`: whatever publishes events, heartbeats and ticks. */
function startEvents(
  { time: { clock }, asynchronous, heartbeats }: DeploymentOptions,
  { lambda, invokeNotify }: Functions,
  s3: S3Endpoint,
  hasTicks: boolean,
) {
  const notify = { functionArn: functionArn('notify'), invoke: invokeNotify, count: lambda.counterOf('notify') };
  const published = startAsynchronousInvocation({
    ...notify,
    onFailure: s3Destination((key, body) => s3.putObject(FAILED_EVENTS.bucket, key, body)),
    ...asynchronous,
    clock,
  });
  // By an alias of its own, as deployed: heartbeats are neither repeated nor kept.
  const byAlias = startAsynchronousInvocation({
    ...notify,
    maximumRetryAttempts: 0,
    maximumEventAgeMs: 60_000,
    clock,
  });
  const scheduled = (send: (at: number) => void) => startScheduledRule({ everyMs: EVERY_MS, send, clock });
  const stops = [
    ...(heartbeats ? [scheduled((at) => byAlias.send(scheduledEvent('heartbeat', at)))] : []),
    ...(hasTicks ? [scheduled((at) => published.send(scheduledEvent('tick', at)))] : []),
    byAlias.stop,
    published.stop,
  ];
  const stop = (): void => {
    for (const one of stops) one();
  };
  return { publish: published.send, lost: published.lost, waiting: published.waiting, stop };
}

/** Starts the event source mapping between the queue and `deliver`. */
function startMapping(
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

/** Returns the variables of both functions. */
function environments(
  { secretId, tokensSecretId, time, env }: DeploymentOptions,
  standIns: StandIns,
  sqs: SqsEndpoint,
  cloudWatch: CloudWatchEndpoint | undefined,
): Environments {
  const shared = {
    ...standIns.environment(secretId),
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    ...(cloudWatch && { AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint }),
    ...time.env,
    ...env,
  };
  // An empty variable counts as unset.
  const door = tokensSecretId === undefined ? {} : { ROBOT_SECRET_ID: '', TOKENS_SECRET_ID: tokensSecretId };
  const [queue, deadLetters] = [sqs.queueUrl(NOTIFY_QUEUE.name), sqs.queueUrl(DEAD_LETTERS.name)];
  return {
    notify: { ...shared, ...door, QUEUE_URL: queue, DEAD_LETTER_QUEUE_URL: deadLetters },
    deliver: { ...shared, DRAIN_QUEUE_URL: queue, DEAD_LETTER_QUEUE_URL: deadLetters },
  };
}
