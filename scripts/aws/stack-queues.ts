import {
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { parseArn } from '../../src/aws/arn.js';

/** The URLs of a deployed stack's queues. */
export interface StackQueues {
  /** Notifications waiting for delivery. */
  readonly queue: string;
  /** Messages that WeCom refused. */
  readonly dead: string;
  /** Events that could not be handed over or read. */
  readonly failed: string;
}

/**
 * Asks the deployed functions for their queues.
 * @throws {Error} If the stack is not deployed, or AWS answers an error.
 */
export async function findQueues(
  lambda: Pick<LambdaClient, 'send'>,
  sqs: Pick<SQSClient, 'send'>,
  stack: string,
): Promise<StackQueues> {
  const deliver = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: `${stack}-deliver` }));
  const notify = await lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: `${stack}-notify` }));
  const { DRAIN_QUEUE_URL: queue, DEAD_LETTER_QUEUE_URL: dead } = deliver.Environment?.Variables ?? {};
  const failedArn = parseArn(notify.DestinationConfig?.OnFailure?.Destination ?? '');
  const { QueueUrl: failed } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: failedArn?.resource, QueueOwnerAWSAccountId: failedArn?.account }),
  );
  if (!queue || !dead || !failed)
    throw new Error(`Cannot find the queues of ${stack} as it was not deployed from here`);
  return { queue, dead, failed };
}
