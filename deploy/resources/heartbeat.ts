import { arnOf, type Resources, ref } from '../cloudformation.js';

/** An older heartbeat says nothing about now. EventBridge and Lambda keep none for longer, and repeat none, seconds. */
const MAX_AGE_SECONDS = 60;
const ALIAS = 'heartbeat';

/**
 * Returns the heartbeat: a rule that sends one every five minutes, all the way except for the post. It is never repeated
 * and never kept: a late one says nothing, and a missing one is what its alarm listens for. Lambda repeats and keeps
 * events by qualifier, so heartbeats invoke `notify` by an alias of their own, which is the same code.
 */
export const heartbeat: Resources = {
  HeartbeatRule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      Description: 'A sign of life every five minutes, all the way except for the post',
      ScheduleExpression: 'rate(5 minutes)',
      State: 'ENABLED',
      Targets: [
        {
          Id: 'notify',
          Arn: ref('HeartbeatAlias'),
          InputTransformer: {
            InputPathsMap: { time: '$.time' },
            InputTemplate: '{"wecomrobot":"heartbeat","time":"<time>"}',
          },
          RetryPolicy: { MaximumEventAgeInSeconds: MAX_AGE_SECONDS, MaximumRetryAttempts: 0 },
        },
      ],
    },
  },
  HeartbeatAlias: {
    Type: 'AWS::Lambda::Alias',
    Properties: {
      Description: 'notify, for heartbeats: they are neither repeated nor kept',
      FunctionName: ref('NotifyLambdaFunction'),
      FunctionVersion: '$LATEST',
      Name: ALIAS,
    },
  },
  HeartbeatInvokeConfig: {
    Type: 'AWS::Lambda::EventInvokeConfig',
    DependsOn: 'HeartbeatAlias',
    Properties: {
      FunctionName: ref('NotifyLambdaFunction'),
      Qualifier: ALIAS,
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: MAX_AGE_SECONDS,
    },
  },
  HeartbeatPermission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      FunctionName: ref('HeartbeatAlias'),
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: arnOf('HeartbeatRule'),
    },
  },
};
