import { ALARM_READS } from '../../deploy/resources/alarm-reads.js';
import { logicalIdOf, ROUTE_KEYS } from '../../deploy/resources/route-keys.js';
import { groupBy } from '../../src/base/group-by.js';
import { textAt } from '../../src/base/json.js';

/** What cdk-nag finds and is left as it is. */
export interface Explained {
  readonly rule: string;
  /** Logical ids. */
  readonly resources: readonly string[];
  /** The reason why it is left. */
  readonly reason: string;
}

/** The roles that read what `notify` alone does not. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  '*': ['NotifyRole', 'DeliverRole'],
  'arn:<AWS::Partition>:logs:*:<AWS::AccountId>:log-group:*': ['DeliverRole'],
};

/** The reasons of what `notify` reads, and `deliver` of histories and metrics, by the resource as cdk-nag writes it. */
const READS: readonly Explained[] = [
  ...groupBy(Object.values(ALARM_READS), ({ resource }) =>
    (textAt(resource, 'Fn::Sub') ?? '*').replace(/\$\{([\w:]+)\}/g, '<$1>'),
  ),
].map(([resource, reads]) => ({
  rule: `AwsSolutions-IAM5[Resource::${resource}]`,
  resources: READERS[resource] ?? ['NotifyRole'],
  reason: reads.map(({ reason }) => reason).join(' '),
}));

export const EXPLAINED: readonly Explained[] = [
  {
    rule: 'AwsSolutions-S1',
    resources: ['ServerlessDeploymentBucket', 'FailedEventBucket'],
    reason:
      'Server access logs need a bucket of their own, to which the rule would apply again. Both are private, and written by one role.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<FailedEventBucket.Arn>/*]',
    resources: ['NotifyRole'],
    reason: 'Lambda chooses the keys of the records it keeps. The wildcard is for objects of this one bucket.',
  },
  ...READS,
  {
    rule: 'AwsSolutions-SQS3',
    resources: ['FailedQueue'],
    reason: 'It holds the dead letters of SNS and EventBridge, which the rule does not look for.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    resources: ['$default', ...ROUTE_KEYS].map(logicalIdOf),
    reason:
      'With `http: token` the function itself checks tokens, and answers 401 if there are none. `http: iam` has none of this.',
  },
];
