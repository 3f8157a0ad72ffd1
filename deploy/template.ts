import { arnOf, type Outputs, type Resources, ref } from './cloudformation.js';
import { alarmActions } from './resources/alarm-actions.js';
import { consumers } from './resources/consumers.js';
import { httpApi } from './resources/http-api.js';
import { ownAlarms } from './resources/own-alarms.js';
import { maxMessageBytes, queues } from './resources/queues.js';
import { roles } from './resources/roles.js';
import { rules } from './resources/rules.js';
import { topics } from './resources/topic.js';
import type { Settings } from './settings.js';

/** Everything in the stack but the functions and their log groups, which the framework makes. */
export function resourcesOf(settings: Settings, region: string, inVpc = false): Resources {
  return {
    ...queues(settings, region),
    ...roles(settings, inVpc),
    ...topics(settings, region),
    ...alarmActions(settings),
    ...rules(settings),
    ...httpApi(settings),
    ...consumers,
    ...ownAlarms(settings),
  };
}

/** What the deploy prints. */
export function outputsOf({ http }: Settings): Outputs {
  const url = { 'Fn::GetAtt': ['HttpApi', 'ApiEndpoint'] };
  return {
    TopicArn: { Description: 'Publish here', Value: ref('Topic') },
    NotifyFunctionArn: {
      Description: 'Name it as the Lambda action of an alarm',
      Value: arnOf('NotifyLambdaFunction'),
    },
    DeliverFunctionName: { Description: 'npm run ping invokes it', Value: ref('DeliverLambdaFunction') },
    NotifyLogGroup: { Description: 'What became of every event', Value: ref('NotifyLogGroup') },
    DeliverLogGroup: { Description: 'What became of every message', Value: ref('DeliverLogGroup') },
    QueueUrl: { Description: 'Notifications on their way', Value: ref('Queue') },
    DeadLetterQueueUrl: { Description: 'Messages that WeCom refused', Value: ref('DeadLetterQueue') },
    FailedQueueUrl: { Description: 'Events that could not be read or handed over', Value: ref('FailedQueue') },
    ...(http !== 'off' && { Url: { Description: 'POST /push', Value: url } }),
  };
}

/** Environment of one function. */
type Environment = Readonly<Record<string, unknown>>;

/** Environments of both functions. */
export function environmentsOf(
  settings: Settings,
  region: string,
): { readonly notify: Environment; readonly deliver: Environment } {
  const shared = {
    SERVICE_NAME: ref('AWS::StackName'),
    MESSAGE_LANGUAGE: settings.language,
    TIME_ZONE: settings.timeZone,
  };
  const secret = { ROBOT_SECRET_ID: settings.secretId };
  return {
    notify: withoutEmpty({
      ...shared,
      ...(settings.http === 'token' && secret),
      QUEUE_URL: ref('Queue'),
      QUEUE_MAX_BYTES: String(maxMessageBytes(region)),
      MESSAGE_FORMAT: settings.format,
      ACCOUNT_NAMES: Object.entries(settings.accountNames)
        .map(([id, name]) => `${id}=${name}`)
        .join(','),
      MENTION_ON_ALARM: settings.mentionOnAlarm,
    }),
    deliver: { ...shared, ...secret, DRAIN_QUEUE_URL: ref('Queue'), DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue') },
  };
}

/** Unset and empty are the same to the function; Lambda's list of variables is then the shorter. */
function withoutEmpty(variables: Environment): Environment {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}
