import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { adviceOn } from './advice.js';

/** The outputs of a deployed stack that commands need, by their names in `deploy/template.ts`. */
export interface StackOutputs {
  /** Notifications waiting for delivery. */
  readonly QueueUrl: string;
  /** Messages that WeCom refused. */
  readonly DeadLetterQueueUrl: string;
  /** Events that SNS or EventBridge could not hand over. */
  readonly FailedQueueUrl: string;
  /** Events that `notify` could not read or queue. */
  readonly FailedEventBucketName: string;
  /** The topic of its own alarms. `none` if nobody is told. */
  readonly OpsTopicArn: string;
}

/** CloudFormation's answer for a stack that does not exist. */
const NOT_THERE = { ValidationError: 'it is not in this account and region: deploy it, or set --stage and --region' };

/** The outputs cannot be had. The message says what to do. */
export class StackError extends Error {
  override readonly name = 'StackError';
}

/**
 * Resolves to outputs of a deployed stack.
 * @throws {StackError} If the stack is not deployed, is of a version without one of them, or AWS answers an error.
 */
export async function readStackOutputs<Name extends keyof StackOutputs>(
  cloudFormation: Pick<CloudFormationClient, 'send'>,
  stack: string,
  names: readonly Name[],
): Promise<Pick<StackOutputs, Name>> {
  const { Stacks = [] } = await cloudFormation
    .send(new DescribeStacksCommand({ StackName: stack }))
    .catch((cause: unknown) => {
      throw new StackError(`Cannot read the stack ${stack} as ${adviceOn(cause, NOT_THERE)}`, { cause });
    });
  const outputs = new Map(Stacks[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const missing = names.find((name) => !outputs.get(name));
  if (missing !== undefined)
    throw new StackError(`Cannot use ${stack} as it has no output ${missing}: deploy it with this version`);
  // Each name that was asked for has a value: that is what the check above found.
  return Object.fromEntries(names.map((name) => [name, outputs.get(name)])) as Pick<StackOutputs, Name>;
}
