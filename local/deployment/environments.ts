import type { CloudWatchEndpoint } from '../cloudwatch/endpoint.js';
import { DEAD_LETTERS, NOTIFY_QUEUE } from '../sqs/deployed-queues.js';
import type { SqsEndpoint } from '../sqs/endpoint.js';
import type { DeploymentOptions, FunctionName } from './deployment-options.js';
import type { StandIns } from './stand-ins.js';

/** The variables of each function. */
export type Environments = Readonly<Record<FunctionName, Readonly<Record<string, string>>>>;

/** Returns the variables of both functions. */
export function environments(
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
