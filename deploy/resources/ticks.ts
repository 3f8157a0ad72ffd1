import { arnOf, type Resources } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/** A tick of an hour ago reminds nobody any more: `notify` drops what is ten minutes old. */
const RETRY_POLICY = { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 185 } as const;

/**
 * Returns the rule of reminders: every five minutes a tick, at which `notify` tells again what stays in ALARM. A rule beside the
 * heartbeat's, so that a tick that fails repeats no heartbeat, and to the function itself, not to the heartbeat's alias: Lambda
 * repeats a tick that fails, with the same time, and then keeps it like any other event, which raises an alarm. The permission of
 * all rules covers it.
 */
export function ticks({ reminders }: Settings): Resources {
  return reminders ? { TickRule } : {};
}

const TickRule = {
  Type: 'AWS::Events::Rule',
  Properties: {
    Description: 'Every five minutes: tell again what stays in ALARM',
    ScheduleExpression: 'rate(5 minutes)',
    State: 'ENABLED',
    Targets: [
      {
        Id: 'notify',
        Arn: arnOf('NotifyLambdaFunction'),
        InputTransformer: {
          InputPathsMap: { time: '$.time' },
          InputTemplate: '{"wecomrobot":"tick","time":"<time>"}',
        },
        RetryPolicy: RETRY_POLICY,
        DeadLetterConfig: { Arn: arnOf('FailedQueue') },
      },
    ],
  },
};
