import { arrayAt, objectAt, textAt } from '../../src/base/json.js';
import { resourcesIn } from './walk.js';

/** Types that answer requests by a policy of their own. */
const GUARDED: ReadonlySet<string> = new Set(['AWS::S3::Bucket', 'AWS::SNS::Topic', 'AWS::SQS::Queue']);

/** Checks that buckets, queues and topics refuse requests without TLS. Returns one line per fault. */
export function checkTls(template: unknown): readonly string[] {
  const resources = resourcesIn(template);
  const guarded = new Set(resources.flatMap(([, policy]) => (refusesPlainText(policy) ? subjectsOf(policy) : [])));
  return resources
    .filter(([id, resource]) => GUARDED.has(textAt(resource, 'Type') ?? '') && !guarded.has(id))
    .map(([id]) => `${id}: takes requests without TLS`);
}

function refusesPlainText(policy: unknown): boolean {
  return arrayAt(policy, 'Properties', 'PolicyDocument', 'Statement').some(
    (statement) =>
      textAt(statement, 'Effect') === 'Deny' &&
      textAt(statement, 'Condition', 'Bool', 'aws:SecureTransport') === 'false',
  );
}

/** Returns the logical ids of the resources that a policy is for. */
function subjectsOf(policy: unknown): readonly string[] {
  const { Bucket, Queues, Topics } = objectAt(policy, 'Properties');
  return [Bucket, Queues, Topics].flat().flatMap((subject) => textAt(subject, 'Ref') ?? []);
}
