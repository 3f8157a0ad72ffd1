import { parseArn } from '../../aws/arn.js';
import { type ConsolePage, consoleLink } from '../../aws/console-link.js';

/** Console pages by service and resource type (empty if the service's ARNs have none); `/` and `:` after it are the same. */
const PAGES: Readonly<Record<string, ConsolePage>> = {
  'acm:certificate': 'acm',
  'autoscaling:autoScalingGroup': 'autoscaling',
  'cloudformation:stack': 'cloudformation',
  'cloudwatch:alarm': 'alarm',
  'codebuild:project': 'codebuild-project',
  'codecommit:': 'codecommit',
  'codepipeline:': 'codepipeline',
  'dynamodb:table': 'dynamodb',
  'ec2:instance': 'ec2',
  'ecs:cluster': 'ecs-cluster',
  'elasticmapreduce:cluster': 'emr',
  'es:domain': 'opensearch',
  'glue:job': 'glue',
  'kafka:cluster': 'msk',
  'kms:key': 'kms',
  'lambda:function': 'lambda',
  'rds:cluster': 'rds-cluster',
  'rds:db': 'rds',
  's3:': 's3',
  'secretsmanager:secret': 'secretsmanager',
  'sns:': 'sns',
  'states:execution': 'stepfunctions',
};

/** Pages that want the whole ARN. */
const BY_ARN: ReadonlySet<ConsolePage> = new Set(['cloudformation', 'msk', 'secretsmanager', 'sns', 'stepfunctions']);

/** Returns a link to the resource's page in its partition's console, or `undefined` if we know of no such page. */
export function resourceLink(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  const [, type = '', rest = ''] = /^(\w[\w-]*)[/:](.*)$/.exec(arn.resource) ?? [];
  const typed = PAGES[`${arn.service}:${type}`];
  if (typed !== undefined) return consoleLink(typed, arn.region, BY_ARN.has(typed) ? text : lastName(typed, rest));
  const page = PAGES[`${arn.service}:`];
  const [name = ''] = arn.resource.split('/');
  return page && consoleLink(page, arn.region, BY_ARN.has(page) ? text : name);
}

/** Of `uuid:autoScalingGroupName/web` the name, of `pay:live` the function; an alarm's name may hold anything. */
function lastName(page: ConsolePage, rest: string): string {
  if (page === 'autoscaling') return rest.replace(/^.*autoScalingGroupName\//, '');
  return page === 'lambda' ? (rest.split(':')[0] ?? rest) : rest;
}
