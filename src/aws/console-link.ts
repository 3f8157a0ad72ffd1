import { HEALTH_HOST } from '../domain/console-hosts.js';
import { MAX_URL_BYTES } from '../domain/content.js';
import { consoleHost, partitionOf } from './partition.js';

/** Regions become part of a host name, so nothing else is allowed: `cn-north-1`, `us-gov-west-1`, `ap-southeast-1`. */
const REGION = /^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}$/;

/** Returns true if the text is the code of an AWS region, rather than its display name or something made up. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/**
 * Console pages by what they show. `{name}` is the name or id of the resource, `{within}` the resource it belongs to.
 * Both are encoded. A page that needs one of them has no link without it.
 */
const PAGES = {
  'access-analyzer': '/access-analyzer/home?region={region}#/findings',
  acm: '/acm/home?region={region}#/certificates/{name}',
  'acm-pca': '/acm-pca/home?region={region}#/details?arn={name}',
  alarm: '/cloudwatch/home?region={region}#alarmsV2:alarm/{name}',
  alarms: '/cloudwatch/home?region={region}#alarmsV2:',
  // The console's own notation, `~(alarmStateFilter~'ALARM)`, encoded: many clients take a bracket for the end of a link.
  'alarms-in-alarm': '/cloudwatch/home?region={region}#alarmsV2:?~%28alarmStateFilter~%27ALARM%29',
  amplify: '/amplify/apps/{name}/branches/{within}/deployments?region={region}',
  apprunner: '/apprunner/home?region={region}#/services/dashboard?service_arn={name}',
  athena: '/athena/home?region={region}#/query-editor/history/{name}',
  autoscaling: '/ec2/home?region={region}#AutoScalingGroupDetails:id={name}',
  backup: '/backup/home?region={region}#/jobs',
  batch: '/batch/home?region={region}#jobs/detail/{name}',
  beanstalk: '/elasticbeanstalk/home?region={region}#/environments',
  cloudformation: '/cloudformation/home?region={region}#/stacks/stackinfo?stackId={name}',
  'cloudformation-stack-set': '/cloudformation/home?region={region}#/stacksets/{name}/info',
  cloudtrail: '/cloudtrailv2/home?region={region}#/events/{name}',
  codebuild: '/codesuite/codebuild/projects/{within}/build/{name}?region={region}',
  'codebuild-project': '/codesuite/codebuild/projects/{name}/history?region={region}',
  codecommit: '/codesuite/codecommit/repositories/{name}/browse?region={region}',
  'codecommit-commit': '/codesuite/codecommit/repositories/{within}/commit/{name}?region={region}',
  'codecommit-pull-request': '/codesuite/codecommit/repositories/{within}/pull-requests/{name}/details?region={region}',
  codedeploy: '/codesuite/codedeploy/deployments/{name}?region={region}',
  codepipeline: '/codesuite/codepipeline/pipelines/{name}/view?region={region}',
  config: '/config/home?region={region}#/rules/details?configRuleName={name}',
  'config-resource': '/config/home?region={region}#/resources/timeline?resourceId={name}&resourceType={within}',
  'databrew-job': '/databrew/home?region={region}#job-details?job={name}',
  datasync: '/datasync/home?region={region}#/tasks',
  dlm: '/ec2/home?region={region}#Lifecycle:policyId={name}',
  dms: '/dms/v2/home?region={region}#tasks',
  dynamodb: '/dynamodbv2/home?region={region}#table?name={name}',
  ec2: '/ec2/home?region={region}#InstanceDetails:instanceId={name}',
  'ec2-capacity-reservation': '/ec2/home?region={region}#CapacityReservationDetails:crId={name}',
  'ec2-image': '/ec2/home?region={region}#ImageDetails:imageId={name}',
  'ec2-snapshot': '/ec2/home?region={region}#SnapshotDetails:snapshotId={name}',
  'ec2-spot': '/ec2/home?region={region}#SpotInstances:',
  'ec2-volume': '/ec2/home?region={region}#VolumeDetails:volumeId={name}',
  ecr: '/ecr/repositories/private/{within}/{name}?region={region}',
  'ecs-cluster': '/ecs/v2/clusters/{name}?region={region}',
  'ecs-service': '/ecs/v2/clusters/{within}/services/{name}?region={region}',
  'ecs-task': '/ecs/v2/clusters/{within}/tasks/{name}?region={region}',
  eks: '/eks/home?region={region}#/clusters/{name}',
  elasticache: '/elasticache/home?region={region}#/',
  emr: '/emr/home?region={region}#/clusterDetails/{name}',
  'events-rule': '/events/home?region={region}#/eventbus/{within}/rules/{name}',
  gamelift: '/gamelift/home?region={region}#/matchmaking',
  glue: '/gluestudio/home?region={region}#/editor/job/{name}/runs',
  'glue-crawler': '/glue/home?region={region}#/v2/data-catalog/crawlers/view/{name}',
  'glue-table': '/glue/home?region={region}#/v2/data-catalog/tables/view/{name}?database={within}',
  guardduty: '/guardduty/home?region={region}#/findings?macros=current&fId={name}',
  'guardduty-protection': '/guardduty/home?region={region}#/summary',
  imagebuilder: '/imagebuilder/home?region={region}#/images',
  inspector: '/inspector/v2/home?region={region}#/findings/all',
  'inspector-classic': '/inspector/home?region={region}#/run',
  'internet-monitor': '/cloudwatch/home?region={region}#internet-monitor/monitors/{name}',
  kms: '/kms/home?region={region}#/kms/keys/{name}',
  lambda: '/lambda/home?region={region}#/functions/{name}',
  macie: '/macie/home?region={region}#findings',
  mediaconvert: '/mediaconvert/home?region={region}#/jobs/summary/{name}',
  medialive: '/medialive/home?region={region}#/channels/{name}',
  msk: '/msk/home?region={region}#/cluster/{name}/view',
  opensearch: '/aos/home?region={region}#opensearch/domains/{name}',
  rds: '/rds/home?region={region}#database:id={name};is-cluster=false',
  'rds-cluster': '/rds/home?region={region}#database:id={name};is-cluster=true',
  'rds-databases': '/rds/home?region={region}#databases:',
  'rds-snapshots': '/rds/home?region={region}#snapshots-list:',
  redshift: '/redshiftv2/home?region={region}#/cluster-details?cluster={name}',
  s3: '/s3/buckets/{name}?region={region}',
  's3-object': '/s3/object/{within}?region={region}&prefix={name}',
  sagemaker: '/sagemaker/home?region={region}#/jobs',
  'sagemaker-endpoint': '/sagemaker/home?region={region}#/endpoints/{name}',
  'sagemaker-notebook': '/sagemaker/home?region={region}#/notebook-instances/{name}',
  'sagemaker-processing': '/sagemaker/home?region={region}#/processing-jobs/{name}',
  'sagemaker-training': '/sagemaker/home?region={region}#/jobs/{name}',
  'sagemaker-transform': '/sagemaker/home?region={region}#/transform-jobs/{name}',
  'sagemaker-tuning': '/sagemaker/home?region={region}#/hyper-tuning-jobs/{name}',
  scheduler: '/scheduler/home?region={region}#schedules/{within}/{name}',
  secretsmanager: '/secretsmanager/secret?name={name}&region={region}',
  securityhub: '/securityhub/home?region={region}#/findings',
  'securityhub-finding': '/securityhub/home?region={region}#/findings?search=Id%3D{name}',
  ses: '/ses/home?region={region}#/account',
  sns: '/sns/v3/home?region={region}#/topic/{name}',
  ssm: '/systems-manager/automation/execution/{name}?region={region}',
  'ssm-association': '/systems-manager/state-manager/{name}/description?region={region}',
  'ssm-calendars': '/systems-manager/change-calendar?region={region}',
  'ssm-command': '/systems-manager/run-command/{name}?region={region}',
  'ssm-compliance': '/systems-manager/compliance?region={region}',
  'ssm-opsitem': '/systems-manager/opsitems/{name}/details?region={region}',
  // The console reads a parameter's name encoded twice: its slashes do not separate path segments.
  'ssm-parameter': '/systems-manager/parameters/{name, twice}/description?region={region}',
  'ssm-window': '/systems-manager/maintenance-windows/{name}/history?region={region}',
  stepfunctions: '/states/home?region={region}#/v2/executions/details/{name}',
  'storage-gateway': '/storagegateway/home?region={region}#/gateways',
  synthetics: '/cloudwatch/home?region={region}#synthetics:canary/detail/{name}',
  transcribe: '/transcribe/home?region={region}#jobDetails/{name}',
  transfer: '/transfer/home?region={region}#/servers',
  xray: '/cloudwatch/home?region={region}#xray:insights',
} as const satisfies Readonly<Record<string, string>>;

/** Pages that belong to an account and to no region. A name, if given, is appended to the path. */
const GLOBAL_PAGES = {
  budgets: '/costmanagement/home#/budgets/overview',
  'cost-anomalies': '/costmanagement/home#/anomaly-detection/overview',
  health: '/health/home#/account/event-log?eventID=',
  'support-case': '/support/home#/case/?displayId=',
  'trusted-advisor': '/trustedadvisor/home#/dashboard',
} as const;

/** A console page that can be linked to. */
export type ConsolePage = keyof typeof PAGES;

/**
 * Returns a link to a resource's page in the console of its partition, or `undefined` if the region is invalid, a name
 * the page needs is missing, or the link is over 1,024 bytes.
 */
export function consoleLink(page: ConsolePage, region: string, name = '', within = ''): string | undefined {
  if (!isRegion(region)) return undefined;
  const path: string = PAGES[page];
  if ((name === '' && path.includes('{name')) || (within === '' && path.includes('{within}'))) return undefined;
  const given = { region, name, within };
  const link = path.replace(/\{(region|name|within)(, twice)?\}/g, (_, part: keyof typeof given, twice?: string) =>
    twice ? encoded(encoded(given[part])) : encoded(given[part]),
  );
  return ifShort(`https://${region}.${consoleHost(region)}${link}`);
}

/**
 * Returns a link to a console page that belongs to no region, in the partition of `where`: a region's code or an ARN
 * (anything else means the `aws` partition). Returns `undefined` if it would be over 1,024 bytes.
 */
export function globalConsoleLink(page: keyof typeof GLOBAL_PAGES, where: string, name = ''): string | undefined {
  const host = page === 'health' && partitionOf(where) === 'aws' ? HEALTH_HOST : consoleHost(where);
  return ifShort(`https://${host}${GLOBAL_PAGES[page]}${encoded(name)}`);
}

/** A longer one WeCom refuses, and with it the message. */
function ifShort(url: string): string | undefined {
  return Buffer.byteLength(url) > MAX_URL_BYTES ? undefined : url;
}

/**
 * Encodes brackets too, which would end a markdown link. A lone surrogate cannot be encoded: it becomes `%EF%BF%BD`.
 */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
