import { ACCOUNT, arnOf, policy, type Resource, type Resources, sub } from '../cloudformation.js';
import { secretReaders, tokensReaders } from '../setting-rules.js';
import type { Settings } from '../settings.js';
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
export function roles(settings: Settings, inVpc: boolean): Resources {
  const { secretId, secretKmsKeyArn, tokensSecretId, tokensSecretKmsKeyArn } = settings;
  return {
    NotifyRole: role('NotifyLogGroup', settings, inVpc, [
      allow(['sqs:SendMessage'], arnOf('Queue')),
      keepFailedEvents,
      ...(secretReaders(settings).includes('notify') ? readSecret(secretId, secretKmsKeyArn) : []),
      ...(tokensReaders(settings).includes('notify') ? readSecret(tokensSecretId, tokensSecretKmsKeyArn) : []),
      ...alarmReads('notify', settings),
      ...(settings.reminders ? [countParked] : []),
    ]),
    DeliverRole: role('DeliverLogGroup', settings, inVpc, [
      allow(
        ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
        arnOf('Queue'),
      ),
      // To the queue itself: what belongs to another lane or to its group's end, and notices of parked messages.
      allow(['sqs:SendMessage'], arnOf('Queue')),
      allow(['sqs:SendMessage'], arnOf('DeadLetterQueue')),
      ...readSecret(secretId, secretKmsKeyArn),
      ...alarmReads('deliver', settings),
    ]),
  };
}

const VPC_ACCESS = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole';

function role(
  logGroup: string,
  { permissionsBoundary, rolePath }: Settings,
  inVpc: boolean,
  statements: readonly object[],
): Resource {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      ...(rolePath && { Path: rolePath }),
      ...(permissionsBoundary && { PermissionsBoundary: permissionsBoundary }),
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

function readSecret(secretId: string, kmsKeyArn: string): readonly object[] {
  // Secrets Manager adds a hyphen and six characters to a secret's name.
  const arn = secretId.startsWith('arn:')
    ? secretId
    : sub(`arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:${secretId}-??????`);
  const decrypt = {
    ...allow(['kms:Decrypt'], kmsKeyArn),
    Condition: { StringEquals: { 'kms:ViaService': sub('secretsmanager.${AWS::Region}.${AWS::URLSuffix}') } },
  };
  return [allow(['secretsmanager:GetSecretValue'], arn), ...(kmsKeyArn ? [decrypt] : [])];
}
