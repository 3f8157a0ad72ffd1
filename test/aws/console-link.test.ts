import { describe, expect, test } from 'vitest';
import { type ConsolePage, consoleLink, globalConsoleLink, isRegion } from '../../src/aws/console-link.js';

test.each(['', 'US East (N. Virginia)', 'REGION', 'us-east-1.evil.example/', 'us-east-1\n', 'aws-global'])(
  'isRegion: %j is none, and gets no link',
  (region) => {
    expect(isRegion(region)).toBe(false);
    expect(consoleLink('alarms', region)).toBeUndefined();
  },
);

/** One link per page: the name's page, the thing's name, what it belongs to, the path. */
const LINKS = [
  ['access-analyzer', '', '', '/access-analyzer/home?region=cn-north-1#/findings'],
  ['acm', 'c-1', '', '/acm/home?region=cn-north-1#/certificates/c-1'],
  ['acm-pca', 'arn:x', '', '/acm-pca/home?region=cn-north-1#/details?arn=arn%3Ax'],
  ['alarm', 'a/b c', '', '/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/a%2Fb%20c'],
  ['alarms', '', '', '/cloudwatch/home?region=cn-north-1#alarmsV2:'],
  ['alarms-in-alarm', '', '', '/cloudwatch/home?region=cn-north-1#alarmsV2:?~%28alarmStateFilter~%27ALARM%29'],
  ['amplify', 'd1', 'main', '/amplify/apps/d1/branches/main/deployments?region=cn-north-1'],
  ['apprunner', 'arn:x', '', '/apprunner/home?region=cn-north-1#/services/dashboard?service_arn=arn%3Ax'],
  ['athena', 'n-1', '', '/athena/home?region=cn-north-1#/query-editor/history/n-1'],
  ['autoscaling', 'web', '', '/ec2/home?region=cn-north-1#AutoScalingGroupDetails:id=web'],
  ['backup', '', '', '/backup/home?region=cn-north-1#/jobs'],
  ['batch', 'j-1', '', '/batch/home?region=cn-north-1#jobs/detail/j-1'],
  ['beanstalk', '', '', '/elasticbeanstalk/home?region=cn-north-1#/environments'],
  ['cloudformation', 'pay', '', '/cloudformation/home?region=cn-north-1#/stacks/stackinfo?stackId=pay'],
  ['cloudformation-stack-set', 'base:1', '', '/cloudformation/home?region=cn-north-1#/stacksets/base%3A1/info'],
  ['cloudtrail', 'e-1', '', '/cloudtrailv2/home?region=cn-north-1#/events/e-1'],
  ['codebuild', 'pay:1', 'pay', '/codesuite/codebuild/projects/pay/build/pay%3A1?region=cn-north-1'],
  ['codebuild-project', 'pay', '', '/codesuite/codebuild/projects/pay/history?region=cn-north-1'],
  ['codecommit', 'pay', '', '/codesuite/codecommit/repositories/pay/browse?region=cn-north-1'],
  ['codecommit-commit', 'c1', 'pay', '/codesuite/codecommit/repositories/pay/commit/c1?region=cn-north-1'],
  [
    'codecommit-pull-request',
    '7',
    'pay',
    '/codesuite/codecommit/repositories/pay/pull-requests/7/details?region=cn-north-1',
  ],
  ['codedeploy', 'd-1', '', '/codesuite/codedeploy/deployments/d-1?region=cn-north-1'],
  ['codepipeline', 'pay', '', '/codesuite/codepipeline/pipelines/pay/view?region=cn-north-1'],
  ['config', 'r', '', '/config/home?region=cn-north-1#/rules/details?configRuleName=r'],
  [
    'config-resource',
    'i-1',
    'AWS::EC2::Instance',
    '/config/home?region=cn-north-1#/resources/timeline?resourceId=i-1&resourceType=AWS%3A%3AEC2%3A%3AInstance',
  ],
  ['databrew-job', 'n-1', '', '/databrew/home?region=cn-north-1#job-details?job=n-1'],
  ['datasync', '', '', '/datasync/home?region=cn-north-1#/tasks'],
  ['dlm', 'n-1', '', '/ec2/home?region=cn-north-1#Lifecycle:policyId=n-1'],
  ['dms', '', '', '/dms/v2/home?region=cn-north-1#tasks'],
  ['dynamodb', 't', '', '/dynamodbv2/home?region=cn-north-1#table?name=t'],
  ['ec2', 'i-1', '', '/ec2/home?region=cn-north-1#InstanceDetails:instanceId=i-1'],
  ['ec2-capacity-reservation', 'cr-1', '', '/ec2/home?region=cn-north-1#CapacityReservationDetails:crId=cr-1'],
  ['ec2-image', 'ami-1', '', '/ec2/home?region=cn-north-1#ImageDetails:imageId=ami-1'],
  ['ec2-snapshot', 'snap-1', '', '/ec2/home?region=cn-north-1#SnapshotDetails:snapshotId=snap-1'],
  ['ec2-spot', '', '', '/ec2/home?region=cn-north-1#SpotInstances:'],
  ['ec2-volume', 'vol-1', '', '/ec2/home?region=cn-north-1#VolumeDetails:volumeId=vol-1'],
  ['ecr', 'pay', '111122223333', '/ecr/repositories/private/111122223333/pay?region=cn-north-1'],
  ['ecs-cluster', 'prod', '', '/ecs/v2/clusters/prod?region=cn-north-1'],
  ['ecs-service', 'pay', 'prod', '/ecs/v2/clusters/prod/services/pay?region=cn-north-1'],
  ['ecs-task', 't1', 'prod', '/ecs/v2/clusters/prod/tasks/t1?region=cn-north-1'],
  ['eks', 'prod', '', '/eks/home?region=cn-north-1#/clusters/prod'],
  ['elasticache', '', '', '/elasticache/home?region=cn-north-1#/'],
  ['emr', 'j-1', '', '/emr/home?region=cn-north-1#/clusterDetails/j-1'],
  ['events-rule', 'daily', 'default', '/events/home?region=cn-north-1#/eventbus/default/rules/daily'],
  ['gamelift', '', '', '/gamelift/home?region=cn-north-1#/matchmaking'],
  ['glue', 'nightly', '', '/gluestudio/home?region=cn-north-1#/editor/job/nightly/runs'],
  ['glue-crawler', 'n-1', '', '/glue/home?region=cn-north-1#/v2/data-catalog/crawlers/view/n-1'],
  ['glue-table', 'n-1', 'w-1', '/glue/home?region=cn-north-1#/v2/data-catalog/tables/view/n-1?database=w-1'],
  ['guardduty', 'f1', '', '/guardduty/home?region=cn-north-1#/findings?macros=current&fId=f1'],
  ['guardduty-protection', '', '', '/guardduty/home?region=cn-north-1#/summary'],
  ['imagebuilder', '', '', '/imagebuilder/home?region=cn-north-1#/images'],
  ['inspector', '', '', '/inspector/v2/home?region=cn-north-1#/findings/all'],
  ['inspector-classic', '', '', '/inspector/home?region=cn-north-1#/run'],
  ['internet-monitor', 'n-1', '', '/cloudwatch/home?region=cn-north-1#internet-monitor/monitors/n-1'],
  ['kms', 'k1', '', '/kms/home?region=cn-north-1#/kms/keys/k1'],
  ['lambda', 'pay', '', '/lambda/home?region=cn-north-1#/functions/pay'],
  ['macie', '', '', '/macie/home?region=cn-north-1#findings'],
  ['mediaconvert', 'n-1', '', '/mediaconvert/home?region=cn-north-1#/jobs/summary/n-1'],
  ['medialive', 'n-1', '', '/medialive/home?region=cn-north-1#/channels/n-1'],
  ['msk', 'arn:x', '', '/msk/home?region=cn-north-1#/cluster/arn%3Ax/view'],
  ['opensearch', 'logs', '', '/aos/home?region=cn-north-1#opensearch/domains/logs'],
  ['rds', 'orders', '', '/rds/home?region=cn-north-1#database:id=orders;is-cluster=false'],
  ['rds-cluster', 'orders', '', '/rds/home?region=cn-north-1#database:id=orders;is-cluster=true'],
  ['rds-databases', '', '', '/rds/home?region=cn-north-1#databases:'],
  ['rds-snapshots', '', '', '/rds/home?region=cn-north-1#snapshots-list:'],
  ['redshift', 'n-1', '', '/redshiftv2/home?region=cn-north-1#/cluster-details?cluster=n-1'],
  ['s3', 'orders', '', '/s3/buckets/orders?region=cn-north-1'],
  ['s3-object', 'a/b', 'orders', '/s3/object/orders?region=cn-north-1&prefix=a%2Fb'],
  ['sagemaker', '', '', '/sagemaker/home?region=cn-north-1#/jobs'],
  ['sagemaker-endpoint', 'n-1', '', '/sagemaker/home?region=cn-north-1#/endpoints/n-1'],
  ['sagemaker-notebook', 'n-1', '', '/sagemaker/home?region=cn-north-1#/notebook-instances/n-1'],
  ['sagemaker-processing', 'n-1', '', '/sagemaker/home?region=cn-north-1#/processing-jobs/n-1'],
  ['sagemaker-training', 'n-1', '', '/sagemaker/home?region=cn-north-1#/jobs/n-1'],
  ['sagemaker-transform', 'n-1', '', '/sagemaker/home?region=cn-north-1#/transform-jobs/n-1'],
  ['sagemaker-tuning', 'n-1', '', '/sagemaker/home?region=cn-north-1#/hyper-tuning-jobs/n-1'],
  ['scheduler', 'daily', 'default', '/scheduler/home?region=cn-north-1#schedules/default/daily'],
  ['secretsmanager', 's', '', '/secretsmanager/secret?name=s&region=cn-north-1'],
  ['securityhub', '', '', '/securityhub/home?region=cn-north-1#/findings'],
  ['securityhub-finding', 'a%3Ab', '', '/securityhub/home?region=cn-north-1#/findings?search=Id%3Da%253Ab'],
  ['ses', '', '', '/ses/home?region=cn-north-1#/account'],
  ['sns', 'arn:x', '', '/sns/v3/home?region=cn-north-1#/topic/arn%3Ax'],
  ['ssm', 'x1', '', '/systems-manager/automation/execution/x1?region=cn-north-1'],
  ['ssm-association', 'n-1', '', '/systems-manager/state-manager/n-1/description?region=cn-north-1'],
  ['ssm-calendars', '', '', '/systems-manager/change-calendar?region=cn-north-1'],
  ['ssm-command', 'n-1', '', '/systems-manager/run-command/n-1?region=cn-north-1'],
  ['ssm-compliance', '', '', '/systems-manager/compliance?region=cn-north-1'],
  ['ssm-opsitem', 'n-1', '', '/systems-manager/opsitems/n-1/details?region=cn-north-1'],
  ['ssm-parameter', '/prod/db', '', '/systems-manager/parameters/%252Fprod%252Fdb/description?region=cn-north-1'],
  ['ssm-window', 'n-1', '', '/systems-manager/maintenance-windows/n-1/history?region=cn-north-1'],
  ['stepfunctions', 'arn:x', '', '/states/home?region=cn-north-1#/v2/executions/details/arn%3Ax'],
  ['storage-gateway', '', '', '/storagegateway/home?region=cn-north-1#/gateways'],
  ['synthetics', 'n-1', '', '/cloudwatch/home?region=cn-north-1#synthetics:canary/detail/n-1'],
  ['transcribe', 'n-1', '', '/transcribe/home?region=cn-north-1#jobDetails/n-1'],
  ['transfer', '', '', '/transfer/home?region=cn-north-1#/servers'],
  ['xray', '', '', '/cloudwatch/home?region=cn-north-1#xray:insights'],
] as const satisfies readonly (readonly [ConsolePage, string, string, string])[];

type Untested = Exclude<ConsolePage, (typeof LINKS)[number][0]>;

/** A page without a line above is a type error here that names it. */
const everyPageIsTested: [Untested] extends [never] ? true : Untested = true;

describe('consoleLink', () => {
  test.each(LINKS)('%s', (page, name, within, path) => {
    expect(consoleLink(page, 'cn-north-1', name, within)).toBe(`https://cn-north-1.console.amazonaws.cn${path}`);
  });

  test('every page has a line in the table', () => {
    expect(everyPageIsTested).toBe(true);
  });

  test('a Chinese name is encoded, and brackets with it, so that a markdown link is not ended', () => {
    expect(consoleLink('alarm', 'ap-southeast-1', '支付(5xx)')).toBe(
      'https://ap-southeast-1.console.aws.amazon.com/cloudwatch/home?region=ap-southeast-1#alarmsV2:alarm/%E6%94%AF%E4%BB%98%285xx%29',
    );
  });

  test('a lone surrogate does not throw', () => {
    expect(consoleLink('alarm', 'ap-southeast-1', '\uD800x')).toContain('alarm/%EF%BF%BDx');
  });

  test('a page that needs a name has no link without it', () => {
    expect(consoleLink('alarm', 'ap-southeast-1')).toBeUndefined();
    expect(consoleLink('ecs-service', 'ap-southeast-1', 'pay', '')).toBeUndefined();
  });

  test('a link over 1,024 bytes is none', () => {
    expect(consoleLink('alarm', 'ap-southeast-1', '警'.repeat(200))).toBeUndefined();
  });
});

test.each([
  ['budgets', 'ap-southeast-1', '', 'https://console.aws.amazon.com/costmanagement/home#/budgets/overview'],
  ['cost-anomalies', 'cn-north-1', '', 'https://console.amazonaws.cn/costmanagement/home#/anomaly-detection/overview'],
  [
    'health',
    'arn:aws:health:global::event/x',
    'e/1',
    'https://health.aws.amazon.com/health/home#/account/event-log?eventID=e%2F1',
  ],
  [
    'health',
    'arn:aws-cn:health:global::event/x',
    'e',
    'https://console.amazonaws.cn/health/home#/account/event-log?eventID=e',
  ],
  ['support-case', 'us-gov-west-1', '12', 'https://console.amazonaws-us-gov.com/support/home#/case/?displayId=12'],
  ['trusted-advisor', '', '', 'https://console.aws.amazon.com/trustedadvisor/home#/dashboard'],
] as const)('globalConsoleLink: %s in the partition of %j', (page, where, name, link) => {
  expect(globalConsoleLink(page, where, name)).toBe(link);
});

test('globalConsoleLink: a name too long for a link has none, a lone surrogate does not throw', () => {
  expect(globalConsoleLink('health', 'cn-north-1', 'x'.repeat(1024))).toBeUndefined();
  expect(globalConsoleLink('health', 'cn-north-1', '\uD800')).toContain('%EF%BF%BD');
});
