import type { GroupSettings } from './group-entry.js';
import { createLambdaFunction, type LambdaFunction } from './lambda-function.js';
import type { ScaledTime } from './scaled-time.js';
import type { SqsEndpoint } from './sqs-endpoint.js';

/** The queues' names, as the deployment's. */
export const QUEUE = 'wecomrobot.fifo';
export const DEAD_LETTERS = 'wecomrobot-dead.fifo';

/** The two functions of the deployment, with the variables that serverless.yml gives each. */
export interface GroupFunctions {
  readonly notify: LambdaFunction;
  readonly deliver: LambdaFunction;
  configure(settings: GroupSettings): void;
}

export interface GroupFunctionsOptions {
  readonly bundle: string;
  readonly time: ScaledTime;
  readonly sqs: Pick<SqsEndpoint, 'endpoint' | 'queueUrl'>;
  /** What leads to WeCom, the secret and the team's own settings. */
  readonly env: Readonly<Record<string, string>>;
  readonly settings: GroupSettings;
}

/** Functions without any environment yet: the first invocation of each starts one. */
export function createGroupFunctions({ bundle, time, sqs, env, settings }: GroupFunctionsOptions): GroupFunctions {
  const common = { ...env, ...time.env, AWS_ENDPOINT_URL_SQS: sqs.endpoint };
  const wordingOf = ({ language, format }: GroupSettings) => ({ MESSAGE_LANGUAGE: language, MESSAGE_FORMAT: format });
  const notifyEnv = (chosen: GroupSettings) => ({ ...common, ...wordingOf(chosen), QUEUE_URL: sqs.queueUrl(QUEUE) });
  const deliverEnv = (chosen: GroupSettings) => ({
    ...common,
    ...wordingOf(chosen),
    DRAIN_QUEUE_URL: sqs.queueUrl(QUEUE),
    DEAD_LETTER_QUEUE_URL: sqs.queueUrl(DEAD_LETTERS),
  });
  const shared = { bundle, clock: time.clock, execArgv: time.execArgv };
  const notify = createLambdaFunction({
    ...shared,
    env: notifyEnv(settings),
    functionName: 'wecomrobot-local-notify',
    maxConcurrency: 4,
  });
  const deliver = createLambdaFunction({
    ...shared,
    env: deliverEnv(settings),
    functionName: 'wecomrobot-local-deliver',
    maxConcurrency: 4,
  });
  return {
    notify,
    deliver,
    configure: (chosen) => {
      notify.configure(notifyEnv(chosen));
      deliver.configure(deliverEnv(chosen));
    },
  };
}
