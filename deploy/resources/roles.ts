import { ACCOUNT, arnOf, policy, type Resource, type Resources, sub } from '../cloudformation.js';
import { entries, part } from '../flag.js';
import { type Plan, type SecretSetting, type SettingName, secretArn } from '../plan.js';
import { alarmReads } from './alarm-reads.js';

const allow = (Action: readonly string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });

/**
 * Lambda writes records of failed events with the function's role, and asks for both actions. The condition matters if
 * the bucket is deleted and another account takes its name.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const keepFailedEvents = {
  ...allow(['s3:PutObject', 's3:ListBucket'], [arnOf('FailedEventBucket'), sub('${FailedEventBucket.Arn}/*')]),
  Condition: { StringEquals: { 's3:ResourceAccount': ACCOUNT } },
};

/** A summary says how many messages are parked. */
const countParked = allow(['sqs:GetQueueAttributes'], arnOf('DeadLetterQueue'));

/**
 * Returns the roles. Each function may do its own work and nothing else: `notify` fills the queue, and Lambda keeps the
 * events that it failed with on its behalf; `deliver` drains the queue, sends messages on to other lanes, and sends to the
 * dead-letter queue. With tokens in a secret of their own, `notify`, which faces the Internet, cannot read a
 * robot's key, nor `deliver` a token. With reminders on, `notify` also reads alarms, and counts parked messages for the
 * summary; with durations on, `deliver` reads their history, and with graph on, it has metrics drawn.
 * @param inVpc adds AWS's own policy for network interfaces, without which a function cannot be in a VPC.
 */
export function roles(plan: Plan, inVpc: boolean): Resources {
  const { notifyReadsSecret, notifyReadsTokens, reminders } = plan.flags;
  const readRobots = readSecret(plan, 'secretId', 'secretKmsKeyArn');
  return {
    NotifyRole: role('NotifyLogGroup', plan, inVpc, [
      allow(['sqs:SendMessage'], arnOf('Queue')),
      keepFailedEvents,
      ...part(notifyReadsSecret, ...readRobots),
      ...part(notifyReadsTokens, ...readSecret(plan, 'tokensSecretId', 'tokensSecretKmsKeyArn')),
      ...alarmReads('notify', plan),
      ...part(reminders, countParked),
    ]),
    DeliverRole: role('DeliverLogGroup', plan, inVpc, [
      allow(
        ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
        arnOf('Queue'),
      ),
      // To the queue itself: what belongs to another lane or to its group's end, and notices of parked messages.
      allow(['sqs:SendMessage'], arnOf('Queue')),
      allow(['sqs:SendMessage'], arnOf('DeadLetterQueue')),
      ...readRobots,
      ...alarmReads('deliver', plan),
    ]),
  };
}

const VPC_ACCESS = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole';

function role(logGroup: string, { flags, value }: Plan, inVpc: boolean, statements: readonly unknown[]): Resource {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      ...entries(flags.rolePath, { Path: value('rolePath') }),
      ...entries(flags.permissionsBoundary, { PermissionsBoundary: value('permissionsBoundary') }),
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      ...(inVpc && { ManagedPolicyArns: [sub(VPC_ACCESS)] }),
      Policies: [
        {
          PolicyName: 'wecomrobot',
          PolicyDocument: policy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], arnOf(logGroup)), ...statements),
        },
      ],
    },
  };
}

function readSecret(plan: Plan, secret: SecretSetting, kmsKey: SettingName): readonly unknown[] {
  const decrypt = {
    ...allow(['kms:Decrypt'], plan.value(kmsKey)),
    Condition: { StringEquals: { 'kms:ViaService': sub('secretsmanager.${AWS::Region}.${AWS::URLSuffix}') } },
  };
  return [allow(['secretsmanager:GetSecretValue'], secretArn(plan, secret)), ...part(plan.isGiven(kmsKey), decrypt)];
}
