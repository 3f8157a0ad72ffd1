import { arnOf, type Resources, ref } from '../cloudformation.js';
import { MAPPING_CONCURRENCY } from '../setting-rules.js';

/** The ways the functions are invoked: `deliver` by the queue, `notify` asynchronously, with its failed events kept. */
export const consumers: Resources = {
  QueueMapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    // The mapping is refused as long as the role may not read the queue.
    DependsOn: 'DeliverRole',
    Properties: {
      EventSourceArn: arnOf('Queue'),
      FunctionName: ref('DeliverLambdaFunction'),
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: MAPPING_CONCURRENCY },
    },
  },
  NotifyInvokeConfig: {
    Type: 'AWS::Lambda::EventInvokeConfig',
    DependsOn: 'NotifyRole',
    Properties: {
      FunctionName: ref('NotifyLambdaFunction'),
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 21_600,
      // Not a queue: what notify cannot queue must not depend on SQS once more.
      DestinationConfig: { OnFailure: { Destination: arnOf('FailedEventBucket') } },
    },
  },
};
