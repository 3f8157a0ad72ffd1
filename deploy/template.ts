import { arnOf, type Outputs, type Resources, ref } from './cloudformation.js';
import { environments, environmentsOf } from './environments.js';
import { either, provided } from './flag.js';
import { inputsOfSettings } from './inputs-of-settings.js';
import { type Plan, planOf } from './plan.js';
import { alarmActions } from './resources/alarm-actions.js';
import { consumers } from './resources/consumers.js';
import { failedEvents } from './resources/failed-events.js';
import { functions } from './resources/functions.js';
import { heartbeat } from './resources/heartbeat.js';
import { httpApi } from './resources/http-api.js';
import { dashboardUrl, observe } from './resources/observe.js';
import { ownAlarms } from './resources/own-alarms.js';
import { queues } from './resources/queues.js';
import { roles } from './resources/roles.js';
import { rules } from './resources/rules.js';
import { ticks } from './resources/ticks.js';
import { topics } from './resources/topic.js';
import type { Settings } from './settings.js';

/**
 * Returns everything in the stack. The functions have no `Code`, which each way of deploying adds, and no network: with `inVpc`
 * their roles may have one.
 * @throws {SettingsError} If Lambda would not take the variables of a function.
 */
export function resourcesOf(settings: Settings, region: string, inVpc = false): Resources {
  const plan = planOf(inputsOfSettings(settings, region));
  return resourcesOfPlan(plan, environmentsOf(settings, region), inVpc);
}

/** Returns everything in the stack, as {@link resourcesOf}. */
export function resourcesOfPlan(plan: Plan, variables = environments(plan), inVpc = false): Resources {
  return { ...coreOf(plan, variables), ...fittingsOf(plan, inVpc) };
}

/** Returns what a message goes through: the functions and the queues. */
export function coreOf(plan: Plan, variables = environments(plan)): Resources {
  return { ...functions(plan, variables), ...queues(plan) };
}

/** Returns what the functions may do and what invokes them, the roads in, many of one kind, and what looks after the stack. */
export function fittingsOf(plan: Plan, inVpc = false): Resources {
  return {
    ...roles(plan, inVpc),
    ...failedEvents(),
    ...consumers,
    ...heartbeat,
    ...ticks(plan),
    ...topics(plan),
    ...alarmActions(plan),
    ...rules(plan),
    ...httpApi(plan),
    ...ownAlarms(plan),
    ...observe(plan),
  };
}

/** Returns the outputs of the stack, which the deploy prints. The region decides the console's address. */
export function outputsOf(settings: Settings, region = ''): Outputs {
  return outputsOfPlan(planOf(inputsOfSettings(settings, region)));
}

/** Returns the outputs of the stack, as {@link outputsOf}. */
export function outputsOfPlan({ flags, value, consoleHost }: Plan): Outputs {
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
      Value: either(flags.opsTopic, value('opsTopicArn'), either(flags.opsAddress, ref('OpsTopic'), 'none')),
    },
    ...provided(flags.dashboard, {
      DashboardUrl: { Description: 'Queued, shown, late, parked', Value: dashboardUrl(consoleHost) },
    }),
    ...provided(flags.door, { Url: { Description: 'POST /push', Value: url } }),
  };
}
