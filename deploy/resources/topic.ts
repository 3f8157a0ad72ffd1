import { ACCOUNT, arnOf, policy, type Resources, ref, serviceStatement } from '../cloudformation.js';
import type { Settings } from '../settings.js';

/** AWS's services that publish notifications to topics of one's own. */
const PUBLISHERS = [
  'cloudwatch',
  'events',
  'budgets',
  'costalerts',
  'codestar-notifications',
  'backup',
  's3',
  'ses',
  'rds',
];

/** The stack's own topic, and subscriptions to it and to existing ones. */
export function topics({ topicArns, trustedAccountIds, organizationId }: Settings): Resources {
  const accounts = [ACCOUNT, ...trustedAccountIds];
  const publish = PUBLISHERS.map((name) =>
    serviceStatement(
      `${name}.amazonaws.com`,
      'sns:Publish',
      ref('Topic'),
      trustedAccountIds.length > 0 ? accounts : ACCOUNT,
    ),
  );
  const all = [ref('Topic'), ...topicArns];
  return {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    TopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [ref('Topic')],
        PolicyDocument: policy(...publish, ...trusted(trustedAccountIds), ...organization(organizationId)),
      },
    },
    ...Object.assign({}, ...all.map((topic, index) => subscription(topic, index === 0 ? '' : String(index)))),
  };
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

function subscription(topic: unknown, suffix: string): Resources {
  return {
    [`TopicSubscription${suffix}`]: {
      Type: 'AWS::SNS::Subscription',
      Properties: {
        TopicArn: topic,
        Protocol: 'lambda',
        Endpoint: arnOf('NotifyLambdaFunction'),
        // SNS keeps trying for 23 days, unless the function is gone or forbids it: that is what arrives here.
        RedrivePolicy: { deadLetterTargetArn: arnOf('FailedQueue') },
      },
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
