import { arnOf, type Resources, ref } from '../cloudformation.js';
import { ALARM_RULE, type EventPattern, PRESETS, WECOM_NOTIFICATION } from '../event-patterns.js';
import type { Settings } from '../settings.js';

/** EventBridge gives up after a day; what it could not hand over then is kept. */
const RETRY_POLICY = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 } as const;

/** Rules on the default bus: applications' own messages always, alarms and presets as switched on. */
export function rules({ alarmRule, eventPatterns }: Settings): Resources {
  const patterns: readonly (readonly [id: string, pattern: EventPattern, description: string])[] = [
    ['NotificationRule', WECOM_NOTIFICATION, 'Messages that applications put on the bus for WeCom'],
    ...(alarmRule ? ([['AlarmRule', ALARM_RULE, 'CloudWatch alarms that turn red, and recover']] as const) : []),
    ...eventPatterns.map((name) => [idOf(name), PRESETS[name] ?? {}, `AWS events for WeCom: ${name}`] as const),
  ];
  return Object.assign({}, ...patterns.map((pattern) => rule(...pattern)));
}

/** `ecs-task-failed` → `EcsTaskFailedRule`. */
function idOf(name: string): string {
  return `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Rule`;
}

function rule(id: string, pattern: EventPattern, description: string): Resources {
  return {
    [id]: {
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
    },
    [`${id}Permission`]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: ref('NotifyLambdaFunction'),
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
        SourceArn: arnOf(id),
      },
    },
  };
}
