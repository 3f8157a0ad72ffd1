import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

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

/**
 * Resolves to outputs of a deployed stack.
 * @throws {Error} If the stack is not deployed, is of a version without one of them, or AWS answers an error.
 */
export async function readStackOutputs<Name extends keyof StackOutputs>(
  cloudFormation: Pick<CloudFormationClient, 'send'>,
  stack: string,
  names: readonly Name[],
): Promise<Pick<StackOutputs, Name>> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = new Map(Stacks[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const missing = names.find((name) => !outputs.get(name));
  if (missing !== undefined)
    throw new Error(`Cannot use ${stack} as it has no output ${missing}: deploy it with this version`);
  // Each name that was asked for has a value: that is what the check above found.
  return Object.fromEntries(names.map((name) => [name, outputs.get(name)])) as Pick<StackOutputs, Name>;
}
