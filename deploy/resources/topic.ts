import { parseArn } from '../../src/aws/arn.js';
import { partitionOf } from '../../src/aws/partition.js';
import {
  ACCOUNT,
  arnOf,
  policy,
  type Resource,
  type Resources,
  ref,
  serviceStatement,
  sub,
} from '../cloudformation.js';
import { snsPrincipal } from '../regions.js';
import type { Settings } from '../settings.js';
import { topicSources } from '../topic-sources.js';
import { tlsOnly } from './tls-only.js';

/**
 * AWS services that publish notifications to a customer's topics, in every partition. `events` only helps if EventBridge
 * fills in the condition, and its guide says that it does not for topics: rules should name the function instead, see
 * rules.ts.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
const PUBLISHERS = ['cloudwatch', 'events', 'budgets', 'backup', 's3', 'events.rds'];
/** SNS refuses a policy with a service that the partition does not have, and the China regions may lack these. */
const PUBLISHERS_OUTSIDE_CHINA = ['costalerts', 'codestar-notifications', 'ses'];

/** Returns the stack's own topic, and subscriptions to it and to existing ones. */
export function topics(settings: Settings, region: string): Resources {
  const { topicArns } = settings;
  return {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    TopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [ref('Topic')],
        PolicyDocument: policy(...publishers(settings, region), tlsOnly('sns:Publish', ref('Topic'))),
      },
    },
    TopicSubscription: subscription(ref('Topic'), {}),
    TopicPermission: permission('sns.amazonaws.com', ref('Topic')),
    ...Object.fromEntries(
      topicArns.map((topic, index) => [`TopicSubscription${index + 1}`, subscription(topic, elsewhere(topic, region))]),
    ),
    ...Object.fromEntries(
      topicSources(topicArns).map(({ account, region: from }) => [
        `TopicPermission${account}${from.replaceAll('-', '')}`,
        // Lambda's policy is small: one statement serves all topics of an account and region.
        permission(snsPrincipal(from, region), sub(`arn:\${AWS::Partition}:sns:${from}:${account}:*`)),
      ]),
    ),
  };
}

function publishers(settings: Settings, region: string): readonly object[] {
  const { trustedAccountIds, organizationId, topicPublishers } = settings;
  const accounts = trustedAccountIds.length > 0 ? [ACCOUNT, ...trustedAccountIds] : ACCOUNT;
  const others = partitionOf(region) === 'aws-cn' ? [] : PUBLISHERS_OUTSIDE_CHINA;
  const names = new Set([...PUBLISHERS, ...others, ...topicPublishers]);
  return [
    ...[...names].map((name) => serviceStatement(`${name}.amazonaws.com`, 'sns:Publish', ref('Topic'), accounts)),
    ...trusted(trustedAccountIds),
    ...organization(organizationId),
  ];
}

function trusted(accountIds: readonly string[]): readonly object[] {
  if (accountIds.length === 0) return [];
  return [{ Effect: 'Allow', Principal: { AWS: accountIds }, Action: 'sns:Publish', Resource: ref('Topic') }];
}

/**
 * Returns statements whose conditions, not their principals, name the organization: IAM has no other way. The first is
 * for roles of the organization, the second for the alarms of its accounts, for which CloudWatch publishes.
 */
function organization(id: string): readonly object[] {
  if (!id) return [];
  const publish = { Effect: 'Allow', Action: 'sns:Publish', Resource: ref('Topic') };
  return [
    { ...publish, Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': id } } },
    {
      ...publish,
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceOrgID': id } },
    },
  ];
}

/**
 * Returns the topic's region if it is another one. A subscription lives there, and its dead letters must too: it has
 * none.
 */
function elsewhere(topicArn: string, region: string): { readonly Region?: string } {
  const topicRegion = parseArn(topicArn)?.region;
  return topicRegion === undefined || topicRegion === region ? {} : { Region: topicRegion };
}

function subscription(topic: unknown, { Region }: { readonly Region?: string }): Resource {
  // SNS keeps trying for 23 days, unless the function is gone or forbids it. The failed queue receives only those
  // messages.
  const where = Region ? { Region } : { RedrivePolicy: { deadLetterTargetArn: arnOf('FailedQueue') } };
  return {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: topic, Protocol: 'lambda', Endpoint: arnOf('NotifyLambdaFunction'), ...where },
  };
}

function permission(Principal: string, SourceArn: unknown): Resource {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: { FunctionName: ref('NotifyLambdaFunction'), Action: 'lambda:InvokeFunction', Principal, SourceArn },
  };
}
