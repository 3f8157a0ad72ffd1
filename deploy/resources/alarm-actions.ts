import { ACCOUNT, type Resources, ref, sub } from '../cloudformation.js';
import { provided } from '../flag.js';
import type { Account, Plan } from '../plan.js';

/** Lets CloudWatch alarms of this account and of trusted accounts invoke `notify` as their action. */
export function alarmActions({ accounts }: Plan): Resources {
  const own: Account = { suffix: '', isGiven: true, id: ACCOUNT, inText: '${AWS::AccountId}' };
  return Object.assign({}, ...[own, ...accounts].map(permission));
}

function permission({ suffix, isGiven, id, inText }: Account): Resources {
  return provided(isGiven, {
    [`AlarmActionPermission${suffix}`]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: ref('NotifyLambdaFunction'),
        Action: 'lambda:InvokeFunction',
        Principal: 'lambda.alarms.cloudwatch.amazonaws.com',
        SourceAccount: id,
        SourceArn: sub(`arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:${inText}:alarm:*`),
      },
    },
  });
}
