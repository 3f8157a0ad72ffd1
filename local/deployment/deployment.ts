import { type CloudWatchEndpoint, startCloudWatch } from '../cloudwatch/endpoint.js';
import type { MetricDatum } from '../cloudwatch/metric-datum.js';
import type { BatchOutcome } from '../lambda/event-source-batch.js';
import type { LambdaFault } from '../lambda/functions.js';
import type { InvocationRecord } from '../lambda/invocation-record.js';
import { PLACE } from '../lambda/place.js';
import type { LambdaPool } from '../lambda/pool.js';
import type { PlannedFaults } from '../net/planned-faults.js';
import type { Bucket } from '../s3/bucket.js';
import { type S3Endpoint, startS3Endpoint } from '../s3/endpoint.js';
import { DEAD_LETTERS, NOTIFY_QUEUE } from '../sqs/deployed-queues.js';
import type { SqsEndpoint } from '../sqs/endpoint.js';
import type { LiveQueue } from '../sqs/live-queue.js';
import type { ScaledTime } from '../time/scaled-time.js';
import type { DeploymentOptions, FunctionName } from './deployment-options.js';
import { environments } from './environments.js';
import { type StandIns, startStandIns } from './stand-ins.js';
import { FAILED_EVENTS, startEvents } from './start-events.js';
import { startFunctions } from './start-functions.js';
import { startMapping } from './start-mapping.js';
import { startQueues } from './start-queues.js';

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
