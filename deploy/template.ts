import { arnOf, type Outputs, type Resources, ref } from './cloudformation.js';
import { alarmActions } from './resources/alarm-actions.js';
import { consumers } from './resources/consumers.js';
import { httpApi } from './resources/http-api.js';
import { ownAlarms } from './resources/own-alarms.js';
import { queues } from './resources/queues.js';
import { roles } from './resources/roles.js';
import { rules } from './resources/rules.js';
import { topics } from './resources/topic.js';
import type { Settings } from './settings.js';

/** Everything in the stack but the functions and their log groups, which the framework makes. */
export function resourcesOf(settings: Settings): Resources {
  return {
    ...queues,
    ...roles(settings),
    ...topics(settings),
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
    ROBOT_SECRET_ID: settings.secretId,
    MESSAGE_LANGUAGE: settings.language,
    TIME_ZONE: settings.timeZone,
  };
  return {
    notify: {
      ...shared,
      QUEUE_URL: ref('Queue'),
      QUEUE_MAX_BYTES: String(region.startsWith('cn-') ? 256 * 1024 : 1024 * 1024),
      MESSAGE_FORMAT: settings.format,
      ACCOUNT_NAMES: Object.entries(settings.accountNames)
        .map(([id, name]) => `${id}=${name}`)
        .join(','),
      MENTION_ON_ALARM: settings.mentionOnAlarm,
    },
    deliver: { ...shared, DRAIN_QUEUE_URL: ref('Queue'), DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue') },
  };
}
