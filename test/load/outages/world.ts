import { embeddedMetrics } from '../../../local/cloudwatch/embedded-metrics.js';
import type { MetricDatum } from '../../../local/cloudwatch/metric-datum.js';
import { type Deployment, startDeployment } from '../../../local/deployment/deployment.js';
import { FAILED_EVENTS } from '../../../local/deployment/start-events.js';
import { startPoolInProcess } from '../../../local/lambda/in-process-environment.js';
import type { LambdaPool } from '../../../local/lambda/pool.js';
import type { LambdaProcessOptions } from '../../../local/lambda/process.js';
import type { Certificate } from '../../../local/net/certificate.js';
import type { ClientNetwork } from '../../../local/net/client-network.js';
import { alarmBySns } from '../../../local/samples/alarm-events.js';
import { sampleKey, sampleSecret } from '../../../local/secrets-manager/sample-secret.js';
import { systemClock as clock } from '../../../src/base/clock.js';

const MINUTE = 60_000;
export const SECRET_ID = 'wecomrobot/robots';
export const SECRET = sampleSecret({ default: sampleKey(1) });

/** The names that the alarms of the template refer to, as they are called here. */
export const NAMES = {
  'AWS::StackName': 'wecomrobot',
  NotifyLambdaFunction: 'notify',
  DeliverLambdaFunction: 'deliver',
  FailedQueue: 'failed',
  FailedEventBucket: FAILED_EVENTS.bucket,
  OpsTopic: 'ops',
} as const;

export interface WorldOptions {
  /** The built function. */
  readonly functionFolder: string;
  readonly network: ClientNetwork;
  readonly certificate: Certificate;
}

/** The deployment, in this process, whose time jumps, and what it writes to CloudWatch. */
export interface World extends Omit<Deployment, 'time' | 'metrics'> {
  readonly network: ClientNetwork;
  /** Lets time pass. */
  advance(minutes: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** An alarm arrives through SNS. */
  alarm(name: string): void;
  /** Replaces the environments of a function, as a deployment does, with further variables. */
  replace(name: 'notify' | 'deliver', env?: Readonly<Record<string, string>>): void;
  /** Every metric so far: those of Lambda, S3 and the log, and of SNS's and EventBridge's dead letters, of which there are none. */
  metrics(): readonly MetricDatum[];
}

/** Starts the world with a heartbeat every five minutes and one robot. */
export async function startWorld({ functionFolder, network, certificate }: WorldOptions): Promise<World> {
  const pools = new Map<string, { readonly pool: LambdaPool; readonly env: LambdaProcessOptions['env'] }>();
  const deployment = await startDeployment({
    functionFolder,
    secretId: SECRET_ID,
    time: { scale: 1, clock, env: {}, execArgv: [] },
    certificate,
    keys: { [sampleKey(1)]: 'default' },
    secrets: { [SECRET_ID]: SECRET },
    window: 'both',
    notifiers: 2,
    heartbeats: true,
    // As many as there are groups: further pollers would only take time here.
    maximumConcurrency: 2,
    startPool: async (size, options) => {
      const pool = await startPoolInProcess(size, options);
      pools.set(options.functionName ?? '', { pool, env: options.env });
      return pool;
    },
  });
  const depths: MetricDatum[] = [];
  const noteDepth = (): void => {
    const metric = 'ApproximateNumberOfMessagesVisible';
    const dimensions = { QueueName: NAMES.FailedQueue };
    depths.push({ namespace: 'AWS/SQS', metric, value: 0, at: clock.now(), dimensions });
  };
  return {
    ...deployment,
    network,
    now: clock.now,
    advance: async (minutes) => {
      for (let left = minutes * MINUTE; left > 0; left -= MINUTE) {
        await clock.sleep(Math.min(MINUTE, left));
        noteDepth();
      }
    },
    alarm: (name) => void deployment.publish(alarmBySns({ name, at: clock.now() })),
    replace: (name, env = {}) => {
      const started = pools.get(name);
      started?.pool.configure({ ...started.env, ...env });
    },
    metrics: () => [...deployment.metrics, ...depths, ...deployment.lines.flatMap(embeddedMetrics)],
  };
}
