import { isObject } from '../src/base/json.js';
import { arnOf, type Outputs, type Resources, ref } from './cloudformation.js';
import { alarmActions } from './resources/alarm-actions.js';
import { consumers } from './resources/consumers.js';
import { failedEvents } from './resources/failed-events.js';
import { heartbeat } from './resources/heartbeat.js';
import { httpApi } from './resources/http-api.js';
import { ownAlarms } from './resources/own-alarms.js';
import { maxMessageBytes, queues } from './resources/queues.js';
import { roles } from './resources/roles.js';
import { rules } from './resources/rules.js';
import { topics } from './resources/topic.js';
import type { FunctionName } from './setting-rule.js';
import { ROWS } from './setting-rules.js';
import { opsAddressOf, type Settings } from './settings.js';

/** Returns everything in the stack except the functions and their log groups, which the framework makes. */
export function resourcesOf(settings: Settings, region: string, inVpc = false): Resources {
  return {
    ...queues(settings, region),
    ...failedEvents(),
    ...roles(settings, inVpc),
    ...topics(settings, region),
    ...alarmActions(settings),
    ...rules(settings),
    ...heartbeat,
    ...httpApi(settings),
    ...consumers,
    ...ownAlarms(settings, region),
  };
}

/** Returns the outputs of the stack, which the deploy prints. */
export function outputsOf(settings: Settings): Outputs {
  const { http, opsTopicArn } = settings;
  const url = { 'Fn::GetAtt': ['HttpApi', 'ApiEndpoint'] };
  return {
    TopicArn: { Description: 'Publish here', Value: ref('Topic') },
    NotifyFunctionArn: {
      Description: 'Name it as the Lambda action of an alarm',
      Value: arnOf('NotifyLambdaFunction'),
    },
    DeliverFunctionName: { Description: 'npm run ping invokes it', Value: ref('DeliverLambdaFunction') },
    NotifyLogGroup: { Description: 'The outcome of every event', Value: ref('NotifyLogGroup') },
    DeliverLogGroup: { Description: 'The outcome of every message', Value: ref('DeliverLogGroup') },
    QueueUrl: { Description: 'Notifications on their way', Value: ref('Queue') },
    DeadLetterQueueUrl: { Description: 'Messages that WeCom refused', Value: ref('DeadLetterQueue') },
    FailedQueueUrl: { Description: 'Events that SNS or EventBridge could not hand over', Value: ref('FailedQueue') },
    FailedEventBucketName: {
      Description: 'Events that could not be read or queued',
      Value: ref('FailedEventBucket'),
    },
    OpsTopicArn: {
      Description: 'Hears when wecomrobot itself fails',
      Value: opsTopicArn || (opsAddressOf(settings) ? ref('OpsTopic') : 'none'),
    },
    ...(http !== 'off' && { Url: { Description: 'POST /push', Value: url } }),
  };
}

/** Returns the environment of each function: the settings it reads, and what only the stack knows. */
export function environmentsOf(
  settings: Settings,
  region: string,
): Readonly<Record<FunctionName, Readonly<Record<string, unknown>>>> {
  const service = { SERVICE_NAME: ref('AWS::StackName') };
  return {
    notify: {
      ...service,
      ...variablesOf('notify', settings),
      QUEUE_URL: ref('Queue'),
      QUEUE_MAX_BYTES: String(maxMessageBytes(region)),
    },
    deliver: {
      ...service,
      ...variablesOf('deliver', settings),
      DRAIN_QUEUE_URL: ref('Queue'),
      QUEUE_MAX_BYTES: String(maxMessageBytes(region)),
      DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue'),
    },
  };
}

/**
 * Returns the variables of the settings that a function gets. Empty ones are left out: to the function they are unset.
 */
function variablesOf(functionName: FunctionName, settings: Settings): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, unknown>> = settings;
  const variables = ROWS.flatMap(([name, { env, functions = [] }]) => {
    const receivers = typeof functions === 'function' ? functions(settings) : functions;
    return env && receivers.includes(functionName) ? [[env, variableText(values[name])] as const] : [];
  });
  return Object.fromEntries(variables.filter(([, text]) => text !== ''));
}

/** Writes lists as `a,b` and maps as `key=value,…`. */
function variableText(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}=${String(one)}`)
    .join(',');
}
