import { arnOf, type Resources } from '../cloudformation.js';
import { provided } from '../flag.js';
import type { Plan } from '../plan.js';

/** A tick of an hour ago reminds nobody any more: `notify` drops what is ten minutes old. */
const RETRY_POLICY = { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 185 } as const;

/**
 * At full five minutes, at which the stretch of time ends that a tick answers for. A rate's moments lie anywhere, move if the rule is
 * changed, and may then leave a stretch without a tick: its steps would be lost, and a summary's time.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
const EVERY_FIVE_MINUTES = 'cron(0/5 * * * ? *)';

/**
 * Returns the rule of reminders: every five minutes a tick, at which `notify` tells again what stays in ALARM. A rule beside the
 * heartbeat's, so that a tick that fails repeats no heartbeat, and to the function itself, not to the heartbeat's alias: Lambda
 * repeats a tick that fails, with the same time, and then keeps it like any other event, which raises an alarm. The permission of
 * all rules covers it.
 */
export function ticks({ flags }: Plan): Resources {
  return provided(flags.reminders, { TickRule });
}

const TickRule = {
  Type: 'AWS::Events::Rule',
  Properties: {
    Description: 'Every five minutes: tell again what stays in ALARM',
    ScheduleExpression: EVERY_FIVE_MINUTES,
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
