import { startAsynchronousInvocation } from '../lambda/asynchronous.js';
import { functionArn } from '../lambda/environment.js';
import { s3Destination } from '../lambda/s3-destination.js';
import { EVERY_MS, scheduledEvent, startScheduledRule } from '../lambda/scheduled-rule.js';
import type { S3Endpoint } from '../s3/endpoint.js';
import type { DeploymentOptions } from './deployment-options.js';
import type { Functions } from './start-functions.js';

/** The bucket with the records of events that were given up, and the id of its request metrics. */
export const FAILED_EVENTS = { bucket: 'failed-events', filterId: 'records' } as const;

/** Starts what invokes `notify`: whatever publishes events, heartbeats and ticks. */
export function startEvents(
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
