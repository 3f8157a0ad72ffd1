import { arnOf, type Resource, type Resources, ref, sub } from '../cloudformation.js';
import { ALARM_RULE, type EventPattern, PRESETS, WECOM_NOTIFICATION } from '../event-patterns.js';
import { provided } from '../flag.js';
import type { Plan } from '../plan.js';

/** EventBridge gives up after a day. Events it could not deliver by then are kept. */
const RETRY_POLICY = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 } as const;

/** Returns the rules on the default bus: applications' own messages unless switched off, alarms and presets if switched
 * on. */
export function rules({ flags, presets }: Plan): Resources {
  const rulesOfPresets = presets.map(([name, isOn]) =>
    provided(isOn, { [idOf(name)]: rule(PRESETS[name] ?? {}, `AWS events for WeCom: ${name}`) }),
  );
  return {
    ...provided(flags.notifications, {
      NotificationRule: rule(WECOM_NOTIFICATION, 'Messages that applications put on the bus for WeCom'),
    }),
    ...provided(flags.alarmRule, { AlarmRule: rule(ALARM_RULE, 'CloudWatch alarms that turn red, and recover') }),
    ...Object.assign({}, ...rulesOfPresets),
    RulePermission: RULE_PERMISSION,
  };
}

/**
 * One permission for all rules of this account and region, also the user's own on any bus: they only need the
 * function's name.
 */
const RULE_PERMISSION: Resource = {
  Type: 'AWS::Lambda::Permission',
  Properties: {
    FunctionName: ref('NotifyLambdaFunction'),
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
    SourceArn: sub('arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*'),
  },
};

/** `ecs-task-failed` → `EcsTaskFailedRule`. */
function idOf(name: string): string {
  return `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Rule`;
}

function rule(pattern: EventPattern, description: string): Resource {
  return {
    Type: 'AWS::Events::Rule',
    Properties: {
      Description: description,
      EventPattern: pattern,
      State: 'ENABLED',
      Targets: [
        {
          Id: 'notify',
          Arn: arnOf('NotifyLambdaFunction'),
          RetryPolicy: RETRY_POLICY,
          DeadLetterConfig: { Arn: arnOf('FailedQueue') },
        },
      ],
    },
  };
}
