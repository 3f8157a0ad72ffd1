import { parseArn } from '../../src/aws/arn.js';
import { ACCOUNT, arnOf, policy, type Resources, ref, serviceStatement } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/**
 * AWS services that publish notifications to a customer's topics. `events` only helps if EventBridge fills in the
 * condition, and its guide says that it does not for topics: rules should name the function instead, see rules.ts.
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

/** Returns the stack's own topic, and subscriptions to it and to existing ones. */
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

/** Returns a statement whose condition, not its principal, names the organization: IAM has no other way. */
function organization(id: string): readonly object[] {
  if (!id) return [];
  const Condition = { StringEquals: { 'aws:PrincipalOrgID': id } };
  return [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: ref('Topic'), Condition }];
}

/**
 * Returns the topic's region if it is another one. A subscription lives there, and its dead letters must too: it has
 * none.
 */
function elsewhere(topicArn: string, region: string): { readonly Region?: string } {
  const topicRegion = parseArn(topicArn)?.region;
  return topicRegion === undefined || topicRegion === region ? {} : { Region: topicRegion };
}

function subscription(topic: unknown, suffix: string, { Region }: { readonly Region?: string }): Resources {
  // SNS keeps trying for 23 days, unless the function is gone or forbids it. The failed queue receives only those
  // messages.
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
