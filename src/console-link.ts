/** Longest link: WeCom refuses a URL over 1,024 bytes, and a longer one would push the message itself out of its limit. */
const MAX_LINK_BYTES = 1024;

/** Regions become part of a host name, so nothing else may: `cn-north-1`, `us-gov-west-1`, `ap-southeast-1`. */
const REGION = /^[a-z]{2}(-[a-z]+){1,2}-\d{1,2}$/;

/** Whether the text is the code of an AWS region, not its display name and nothing made up. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** Where the console of a region's partition is served: China and GovCloud have domains of their own. */
export function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return `${region}.console.amazonaws.cn`;
  if (region.startsWith('us-gov-')) return `${region}.console.amazonaws-us-gov.com`;
  return `${region}.console.aws.amazon.com`;
}

type Page = (region: string, name: string, within: string) => string;

/** Console pages by what they show. `name` is the thing's name or id, `within` the thing it belongs to. */
const PAGES = {
  'access-analyzer': (r) => path`/access-analyzer/home?region=${r}#/findings`,
  acm: (r, id) => path`/acm/home?region=${r}#/certificates/${id}`,
  'acm-pca': (r, arn) => path`/acm-pca/home?region=${r}#/details?arn=${arn}`,
  alarm: (r, name) => path`/cloudwatch/home?region=${r}#alarmsV2:alarm/${name}`,
  alarms: (r) => path`/cloudwatch/home?region=${r}#alarmsV2:`,
  amplify: (r, app, branch) => path`/amplify/apps/${app}/branches/${branch}/deployments?region=${r}`,
  apprunner: (r, arn) => path`/apprunner/home?region=${r}#/services/dashboard?service_arn=${arn}`,
  athena: (r, query) => path`/athena/home?region=${r}#/query-editor/history/${query}`,
  autoscaling: (r, group) => path`/ec2/home?region=${r}#AutoScalingGroupDetails:id=${group}`,
  backup: (r) => path`/backup/home?region=${r}#/jobs`,
  batch: (r, job) => path`/batch/home?region=${r}#jobs/detail/${job}`,
  beanstalk: (r) => path`/elasticbeanstalk/home?region=${r}#/environments`,
  cloudformation: (r, stack) => path`/cloudformation/home?region=${r}#/stacks/stackinfo?stackId=${stack}`,
  'cloudformation-stack-set': (r, set) => path`/cloudformation/home?region=${r}#/stacksets/${set}/info`,
  cloudtrail: (r, event) => path`/cloudtrailv2/home?region=${r}#/events/${event}`,
  codebuild: (r, build, project) => path`/codesuite/codebuild/projects/${project}/build/${build}?region=${r}`,
  'codebuild-project': (r, project) => path`/codesuite/codebuild/projects/${project}/history?region=${r}`,
  codecommit: (r, repository) => path`/codesuite/codecommit/repositories/${repository}/browse?region=${r}`,
  'codecommit-commit': (r, commit, repository) =>
    path`/codesuite/codecommit/repositories/${repository}/commit/${commit}?region=${r}`,
  'codecommit-pull-request': (r, number, repository) =>
    path`/codesuite/codecommit/repositories/${repository}/pull-requests/${number}/details?region=${r}`,
  codedeploy: (r, deployment) => path`/codesuite/codedeploy/deployments/${deployment}?region=${r}`,
  codepipeline: (r, pipeline) => path`/codesuite/codepipeline/pipelines/${pipeline}/view?region=${r}`,
  config: (r, rule) => path`/config/home?region=${r}#/rules/details?configRuleName=${rule}`,
  'config-resource': (r, id, type) =>
    path`/config/home?region=${r}#/resources/timeline?resourceId=${id}&resourceType=${type}`,
  'databrew-job': (r, job) => path`/databrew/home?region=${r}#job-details?job=${job}`,
  datasync: (r) => path`/datasync/home?region=${r}#/tasks`,
  dlm: (r, policy) => path`/ec2/home?region=${r}#Lifecycle:policyId=${policy}`,
  dms: (r) => path`/dms/v2/home?region=${r}#tasks`,
  dynamodb: (r, table) => path`/dynamodbv2/home?region=${r}#table?name=${table}`,
  ec2: (r, instance) => path`/ec2/home?region=${r}#InstanceDetails:instanceId=${instance}`,
  'ec2-capacity-reservation': (r, reservation) =>
    path`/ec2/home?region=${r}#CapacityReservationDetails:crId=${reservation}`,
  'ec2-image': (r, image) => path`/ec2/home?region=${r}#ImageDetails:imageId=${image}`,
  'ec2-snapshot': (r, snapshot) => path`/ec2/home?region=${r}#SnapshotDetails:snapshotId=${snapshot}`,
  'ec2-spot': (r) => path`/ec2/home?region=${r}#SpotInstances:`,
  'ec2-volume': (r, volume) => path`/ec2/home?region=${r}#VolumeDetails:volumeId=${volume}`,
  ecr: (r, repository, account) => path`/ecr/repositories/private/${account}/${repository}?region=${r}`,
  'ecs-cluster': (r, cluster) => path`/ecs/v2/clusters/${cluster}?region=${r}`,
  'ecs-service': (r, service, cluster) => path`/ecs/v2/clusters/${cluster}/services/${service}?region=${r}`,
  'ecs-task': (r, task, cluster) => path`/ecs/v2/clusters/${cluster}/tasks/${task}?region=${r}`,
  eks: (r, cluster) => path`/eks/home?region=${r}#/clusters/${cluster}`,
  elasticache: (r) => path`/elasticache/home?region=${r}#/`,
  emr: (r, cluster) => path`/emr/home?region=${r}#/clusterDetails/${cluster}`,
  'events-rule': (r, rule, bus) => path`/events/home?region=${r}#/eventbus/${bus}/rules/${rule}`,
  gamelift: (r) => path`/gamelift/home?region=${r}#/matchmaking`,
  glue: (r, job) => path`/gluestudio/home?region=${r}#/editor/job/${job}/runs`,
  'glue-crawler': (r, crawler) => path`/glue/home?region=${r}#/v2/data-catalog/crawlers/view/${crawler}`,
  'glue-table': (r, table, database) =>
    path`/glue/home?region=${r}#/v2/data-catalog/tables/view/${table}?database=${database}`,
  guardduty: (r, finding) => path`/guardduty/home?region=${r}#/findings?macros=current&fId=${finding}`,
  'guardduty-protection': (r) => path`/guardduty/home?region=${r}#/summary`,
  imagebuilder: (r) => path`/imagebuilder/home?region=${r}#/images`,
  inspector: (r) => path`/inspector/v2/home?region=${r}#/findings/all`,
  'inspector-classic': (r) => path`/inspector/home?region=${r}#/run`,
  'internet-monitor': (r, monitor) => path`/cloudwatch/home?region=${r}#internet-monitor/monitors/${monitor}`,
  kms: (r, key) => path`/kms/home?region=${r}#/kms/keys/${key}`,
  lambda: (r, name) => path`/lambda/home?region=${r}#/functions/${name}`,
  macie: (r) => path`/macie/home?region=${r}#findings`,
  mediaconvert: (r, job) => path`/mediaconvert/home?region=${r}#/jobs/summary/${job}`,
  medialive: (r, channel) => path`/medialive/home?region=${r}#/channels/${channel}`,
  msk: (r, arn) => path`/msk/home?region=${r}#/cluster/${arn}/view`,
  opensearch: (r, domain) => path`/aos/home?region=${r}#opensearch/domains/${domain}`,
  rds: (r, instance) => path`/rds/home?region=${r}#database:id=${instance};is-cluster=false`,
  'rds-cluster': (r, cluster) => path`/rds/home?region=${r}#database:id=${cluster};is-cluster=true`,
  'rds-databases': (r) => path`/rds/home?region=${r}#databases:`,
  'rds-snapshots': (r) => path`/rds/home?region=${r}#snapshots-list:`,
  redshift: (r, cluster) => path`/redshiftv2/home?region=${r}#/cluster-details?cluster=${cluster}`,
  s3: (r, bucket) => path`/s3/buckets/${bucket}?region=${r}`,
  's3-object': (r, key, bucket) => path`/s3/object/${bucket}?region=${r}&prefix=${key}`,
  sagemaker: (r) => path`/sagemaker/home?region=${r}#/jobs`,
  'sagemaker-endpoint': (r, endpoint) => path`/sagemaker/home?region=${r}#/endpoints/${endpoint}`,
  'sagemaker-notebook': (r, notebook) => path`/sagemaker/home?region=${r}#/notebook-instances/${notebook}`,
  'sagemaker-processing': (r, job) => path`/sagemaker/home?region=${r}#/processing-jobs/${job}`,
  'sagemaker-training': (r, job) => path`/sagemaker/home?region=${r}#/jobs/${job}`,
  'sagemaker-transform': (r, job) => path`/sagemaker/home?region=${r}#/transform-jobs/${job}`,
  'sagemaker-tuning': (r, job) => path`/sagemaker/home?region=${r}#/hyper-tuning-jobs/${job}`,
  scheduler: (r, schedule, group) => path`/scheduler/home?region=${r}#schedules/${group}/${schedule}`,
  secretsmanager: (r, secret) => path`/secretsmanager/secret?name=${secret}&region=${r}`,
  securityhub: (r) => path`/securityhub/home?region=${r}#/findings`,
  'securityhub-finding': (r, search) => path`/securityhub/home?region=${r}#/findings?search=Id%3D${search}`,
  ses: (r) => path`/ses/home?region=${r}#/account`,
  sns: (r, arn) => path`/sns/v3/home?region=${r}#/topic/${arn}`,
  ssm: (r, execution) => path`/systems-manager/automation/execution/${execution}?region=${r}`,
  'ssm-association': (r, association) => path`/systems-manager/state-manager/${association}/description?region=${r}`,
  'ssm-calendars': (r) => path`/systems-manager/change-calendar?region=${r}`,
  'ssm-command': (r, command) => path`/systems-manager/run-command/${command}?region=${r}`,
  'ssm-compliance': (r) => path`/systems-manager/compliance?region=${r}`,
  'ssm-opsitem': (r, item) => path`/systems-manager/opsitems/${item}/details?region=${r}`,
  // The console reads a parameter's name encoded twice: its slashes are no path.
  'ssm-parameter': (r, name) => path`/systems-manager/parameters/${encoded(name)}/description?region=${r}`,
  'ssm-window': (r, window) => path`/systems-manager/maintenance-windows/${window}/history?region=${r}`,
  stepfunctions: (r, execution) => path`/states/home?region=${r}#/v2/executions/details/${execution}`,
  'storage-gateway': (r) => path`/storagegateway/home?region=${r}#/gateways`,
  synthetics: (r, canary) => path`/cloudwatch/home?region=${r}#synthetics:canary/detail/${canary}`,
  transcribe: (r, job) => path`/transcribe/home?region=${r}#jobDetails/${job}`,
  transfer: (r) => path`/transfer/home?region=${r}#/servers`,
  xray: (r) => path`/cloudwatch/home?region=${r}#xray:insights`,
} as const satisfies Readonly<Record<string, Page>>;

/** A console page we can link to. */
export type ConsolePage = keyof typeof PAGES;

/**
 * A link to a thing's page in the console of its partition; names are encoded. `undefined` where the region is none, a name
 * the page needs is missing, or the link is over 1,024 bytes.
 */
export function consoleLink(page: ConsolePage, region: string, name?: string, within?: string): string | undefined {
  const build: Page = PAGES[page];
  if (!isRegion(region)) return undefined;
  const given = [region, name, within].slice(0, build.length); // What the page's function declares it needs.
  if (given.some((value) => !value)) return undefined;
  const link = `https://${consoleHost(region)}${build(region, name ?? '', within ?? '')}`;
  return Buffer.byteLength(link) > MAX_LINK_BYTES ? undefined : link;
}

/** A template whose every substitution is encoded. */
function path(parts: TemplateStringsArray, ...names: readonly string[]): string {
  return String.raw({ raw: parts }, ...names.map(encoded));
}

/** Brackets too: they would end a markdown link. A lone surrogate cannot be encoded: it becomes `%EF%BF%BD`. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
