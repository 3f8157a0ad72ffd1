import { ACCOUNT, type Resources, ref, sub } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/** Lets CloudWatch alarms of this account and of trusted accounts invoke `notify` as their action. */
export function alarmActions({ trustedAccountIds }: Settings): Resources {
  const accounts: readonly (readonly [suffix: string, id: unknown, inArn: string])[] = [
    ['', ACCOUNT, '${AWS::AccountId}'],
    ...trustedAccountIds.map((id) => [id, id, id] as const),
  ];
  return Object.fromEntries(
    accounts.map(([suffix, id, inArn]) => [
      `AlarmActionPermission${suffix}`,
      {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          FunctionName: ref('NotifyLambdaFunction'),
          Action: 'lambda:InvokeFunction',
          Principal: 'lambda.alarms.cloudwatch.amazonaws.com',
          SourceAccount: id,
          SourceArn: sub(`arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:${inArn}:alarm:*`),
        },
      },
    ]),
  );
}
