import { ACCOUNT, arnOf, policy, type Resource, type Resources, ref, serviceStatement } from '../cloudformation.js';
import { entries, not, part, provided } from '../flag.js';
import type { Plan, Topic, TopicSource } from '../plan.js';
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
export function topics(plan: Plan): Resources {
  return {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    TopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [ref('Topic')],
        PolicyDocument: policy(...publishers(plan), tlsOnly('sns:Publish', ref('Topic'))),
      },
    },
    TopicSubscription: subscription(ref('Topic'), WITH_DEAD_LETTERS),
    TopicPermission: permission('sns.amazonaws.com', ref('Topic')),
    ...Object.assign({}, ...plan.topics.map(subscriptionOf)),
    // Lambda's policy is small: one statement serves all topics of an account and region.
    ...Object.assign({}, ...plan.topicSources.map(permissionOf)),
  };
}

function publishers({ flags, accounts, value, isChina, topicPublishers }: Plan): readonly unknown[] {
  const ids = accounts.flatMap(({ isGiven, id }) => part(isGiven, id));
  const publishing = (service: unknown) => serviceStatement(service, 'sns:Publish', ref('Topic'), [ACCOUNT, ...ids]);
  const byName = (names: readonly string[]) => names.map((name) => publishing(`${name}.amazonaws.com`));
  return [
    ...byName(PUBLISHERS),
    ...part(not(isChina), ...byName(PUBLISHERS_OUTSIDE_CHINA)),
    ...part(flags.topicPublishers, publishing(topicPublishers)),
    ...part(flags.accounts, {
      Effect: 'Allow',
      Principal: { AWS: ids },
      Action: 'sns:Publish',
      Resource: ref('Topic'),
    }),
    ...part(flags.organization, ...organization(value('organizationId'))),
  ];
}

/**
 * Returns statements whose conditions, not their principals, name the organization: IAM has no other way. The first is
 * for roles of the organization, the second for the alarms of its accounts, for which CloudWatch publishes.
 */
function organization(id: unknown): readonly object[] {
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
 * SNS keeps trying for 23 days, unless the function is gone or forbids it. The failed queue receives only those
 * messages.
 */
const WITH_DEAD_LETTERS = { RedrivePolicy: { deadLetterTargetArn: arnOf('FailedQueue') } };

/** Returns a subscription in the topic's region. In another one it has no dead letters: they must be there, too. */
function subscriptionOf({ suffix, isGiven, arn, region, isElsewhere }: Topic): Resources {
  const where = { ...entries(isElsewhere, { Region: region }), ...entries(not(isElsewhere), WITH_DEAD_LETTERS) };
  return provided(isGiven, { [`TopicSubscription${suffix}`]: subscription(arn, where) });
}

function permissionOf({ suffix, isGiven, principal, arn }: TopicSource): Resources {
  return provided(isGiven, { [`TopicPermission${suffix}`]: permission(principal, arn) });
}

function subscription(topic: unknown, where: Readonly<Record<string, unknown>>): Resource {
  return {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: topic, Protocol: 'lambda', Endpoint: arnOf('NotifyLambdaFunction'), ...where },
  };
}

function permission(Principal: unknown, SourceArn: unknown): Resource {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: { FunctionName: ref('NotifyLambdaFunction'), Action: 'lambda:InvokeFunction', Principal, SourceArn },
  };
}
