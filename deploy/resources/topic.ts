import { parseArn } from '../../src/aws/arn.js';
import { ACCOUNT, arnOf, policy, type Resources, ref, serviceStatement } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/**
 * AWS's services that publish notifications to topics of one's own. `events` helps only where EventBridge fills in the
 * condition, and its guide says that for topics it does not: rules had better name the function, see rules.ts.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
const PUBLISHERS = [
  'cloudwatch',
  'events',
  'budgets',
  'costalerts',
  'codestar-notifications',
  'backup',
  's3',
  'ses',
  'events.rds',
];

/** The stack's own topic, and subscriptions to it and to existing ones. */
export function topics(settings: Settings, region: string): Resources {
  return {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    TopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: { Topics: [ref('Topic')], PolicyDocument: policy(...publishers(settings)) },
    },
    ...subscription(ref('Topic'), '', {}),
    ...Object.assign(
      {},
      ...settings.topicArns.map((topic, index) => subscription(topic, String(index + 1), elsewhere(topic, region))),
    ),
  };
}

function publishers({ trustedAccountIds, organizationId }: Settings): readonly object[] {
  const accounts = trustedAccountIds.length > 0 ? [ACCOUNT, ...trustedAccountIds] : ACCOUNT;
  return [
    ...PUBLISHERS.map((name) => serviceStatement(`${name}.amazonaws.com`, 'sns:Publish', ref('Topic'), accounts)),
    ...trusted(trustedAccountIds),
    ...organization(organizationId),
  ];
}

function trusted(accountIds: readonly string[]): readonly object[] {
  if (accountIds.length === 0) return [];
  return [{ Effect: 'Allow', Principal: { AWS: accountIds }, Action: 'sns:Publish', Resource: ref('Topic') }];
}

/** The condition, not the principal, says who: IAM has no other way to name an organization. */
function organization(id: string): readonly object[] {
  if (!id) return [];
  const Condition = { StringEquals: { 'aws:PrincipalOrgID': id } };
  return [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: ref('Topic'), Condition }];
}

/** A subscription lives in its topic's region, and its dead letters must too: one elsewhere has none. */
function elsewhere(topicArn: string, region: string): { readonly Region?: string } {
  const topicRegion = parseArn(topicArn)?.region;
  return topicRegion === undefined || topicRegion === region ? {} : { Region: topicRegion };
}

function subscription(topic: unknown, suffix: string, { Region }: { readonly Region?: string }): Resources {
  // SNS keeps trying for 23 days, unless the function is gone or forbids it: that is what arrives in the failed queue.
  const where = Region ? { Region } : { RedrivePolicy: { deadLetterTargetArn: arnOf('FailedQueue') } };
  return {
    [`TopicSubscription${suffix}`]: {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: topic, Protocol: 'lambda', Endpoint: arnOf('NotifyLambdaFunction'), ...where },
    },
    [`TopicPermission${suffix}`]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: ref('NotifyLambdaFunction'),
        Action: 'lambda:InvokeFunction',
        Principal: 'sns.amazonaws.com',
        SourceArn: topic,
      },
    },
  };
}
