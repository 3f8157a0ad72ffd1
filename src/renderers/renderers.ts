import type { ServiceEvent } from '../aws/service-event.js';
import { generic } from './generic/generic.js';
import { renderWith } from './generic/render-with.js';
import type { Renderer } from './renderer.js';
import { accessAnalyzer } from './services/access-analyzer.js';
import { accountFactory } from './services/account-factory.js';
import { acm } from './services/acm.js';
import { acmPca } from './services/acm-pca.js';
import { amplify } from './services/amplify.js';
import { appRunner } from './services/app-runner.js';
import { applicationAutoScaling } from './services/application-auto-scaling.js';
import { arcZonalShift } from './services/arc-zonal-shift.js';
import { athena } from './services/athena.js';
import { autoScaling } from './services/auto-scaling.js';
import { awsConfig } from './services/aws-config/aws-config.js';
import { backup } from './services/backup/backup.js';
import { backupNotification } from './services/backup/notification.js';
import { batch } from './services/batch.js';
import { budgets } from './services/budgets.js';
import { cloudFormation } from './services/cloudformation/cloudformation.js';
import { cloudtrail } from './services/cloudtrail/cloudtrail.js';
import { signIn } from './services/cloudtrail/sign-in.js';
import { cloudWatchAlarm } from './services/cloudwatch/cloudwatch-alarm.js';
import { cloudWatchAlarmConfiguration } from './services/cloudwatch/cloudwatch-alarm-configuration.js';
import { cloudWatchLogs } from './services/cloudwatch-logs.js';
import { codeArtifact } from './services/codeartifact.js';
import { codeBuild } from './services/codebuild.js';
import { codeCommit } from './services/codecommit.js';
import { codeDeploy } from './services/codedeploy.js';
import { codePipelineApproval } from './services/codepipeline/approval.js';
import { codePipeline } from './services/codepipeline/codepipeline.js';
import { codeStarNotifications } from './services/codestar-notifications.js';
import { costAnomaly } from './services/cost-anomaly.js';
import { datasync } from './services/datasync.js';
import { deadLetter } from './services/dead-letter/dead-letter.js';
import { dlm } from './services/dlm.js';
import { dms } from './services/dms.js';
import { drs, mgn } from './services/drs.js';
import { ec2 } from './services/ec2/ec2.js';
import { ecr } from './services/ecr.js';
import { ecsContainerInstance } from './services/ecs/container-instance.js';
import { ecsService } from './services/ecs/service.js';
import { ecsTask } from './services/ecs/task.js';
import { eks } from './services/eks.js';
import { elasticBeanstalk } from './services/elastic-beanstalk.js';
import { elastiCache, elastiCacheCluster } from './services/elasticache.js';
import { emr, emrOnEks, emrServerless } from './services/emr.js';
import { gameLift } from './services/gamelift.js';
import { databrew, glue } from './services/glue.js';
import { guardduty } from './services/guardduty/guardduty.js';
import { guarddutyProtection } from './services/guardduty/protection.js';
import { health } from './services/health/health.js';
import { imageBuilder } from './services/image-builder.js';
import { applicationInsights, devOpsGuru, internetMonitor, xray } from './services/insights.js';
import { inspectorClassic } from './services/inspector/classic.js';
import { inspector } from './services/inspector/inspector.js';
import { inspectorScan } from './services/inspector/scan.js';
import { iotDeviceDefender, iotDeviceDefenderAudit } from './services/iot-device-defender.js';
import { jenkins } from './services/jenkins.js';
import { jobStateChange } from './services/job-state-change/job-state-change.js';
import { kms } from './services/kms.js';
import { invocationResult } from './services/lambda/invocation-result.js';
import { macie } from './services/macie.js';
import { managedGrafana } from './services/managed-grafana.js';
import { msk } from './services/msk.js';
import { networkManager } from './services/network-manager.js';
import { openSearch } from './services/opensearch.js';
import { openSearchMonitor } from './services/opensearch-monitor.js';
import { quotaMonitor } from './services/quota-monitor.js';
import { rds } from './services/rds.js';
import { redshift, redshiftData } from './services/redshift.js';
import { s3 } from './services/s3.js';
import { sagemaker } from './services/sagemaker.js';
import { scheduledEvent } from './services/scheduled-event.js';
import { securityHub } from './services/security-hub/security-hub.js';
import { sesAccount } from './services/ses/account.js';
import { ses } from './services/ses/ses.js';
import { snsSubscription } from './services/sns-subscription.js';
import { ssmNotification } from './services/ssm/notification.js';
import { ssm } from './services/ssm/ssm.js';
import { stepFunctions } from './services/step-functions.js';
import { storageGateway } from './services/storage-gateway.js';
import { supportCase } from './services/support-case.js';
import { synthetics } from './services/synthetics.js';
import { tag } from './services/tag.js';
import { transfer } from './services/transfer.js';
import { trustedAdvisor } from './services/trusted-advisor.js';
import { workSpaces } from './services/workspaces.js';

/**
 * Every service we render, tried in this order: the first that matches takes the event, so the more specific come first.
 * One line per renderer. `text` and `generic` are not in this list: they take events that neither a renderer nor a payload takes.
 */
export const RENDERERS: readonly Renderer[] = [
  // What a dead letter holds may look like anything else.
  deadLetter,
  snsSubscription,
  // CloudTrail reports on every service, so it comes before them.
  signIn,
  cloudtrail,
  cloudWatchAlarm,
  cloudWatchAlarmConfiguration,
  cloudWatchLogs,
  accessAnalyzer,
  acm,
  acmPca,
  awsConfig,
  budgets,
  costAnomaly,
  guardduty,
  guarddutyProtection,
  health,
  inspector,
  inspectorClassic,
  inspectorScan,
  kms,
  macie,
  securityHub,
  supportCase,
  trustedAdvisor,
  amplify,
  appRunner,
  applicationAutoScaling,
  codeArtifact,
  eks,
  imageBuilder,
  autoScaling,
  batch,
  cloudFormation,
  codeBuild,
  codeCommit,
  codeDeploy,
  codePipeline,
  codePipelineApproval,
  codeStarNotifications,
  ec2,
  ecr,
  ecsContainerInstance,
  ecsService,
  ecsTask,
  elasticBeanstalk,
  invocationResult,
  scheduledEvent,
  stepFunctions,
  applicationInsights,
  arcZonalShift,
  athena,
  backup,
  backupNotification,
  databrew,
  datasync,
  devOpsGuru,
  dlm,
  dms,
  drs,
  elastiCache,
  elastiCacheCluster,
  emr,
  emrOnEks,
  emrServerless,
  gameLift,
  glue,
  internetMonitor,
  iotDeviceDefender,
  iotDeviceDefenderAudit,
  mgn,
  msk,
  networkManager,
  openSearch,
  quotaMonitor,
  redshift,
  redshiftData,
  rds,
  s3,
  sagemaker,
  ses,
  sesAccount,
  ssm,
  ssmNotification,
  storageGateway,
  synthetics,
  tag,
  transfer,
  workSpaces,
  xray,
  // Texts, by how they begin.
  accountFactory,
  jenkins,
  managedGrafana,
  openSearchMonitor,
  // Any other change of state, so it comes last.
  jobStateChange,
];

/** The renderer of an event, or nothing: then it is a payload's, plain text's or `generic`'s. */
export function rendererOf(event: ServiceEvent): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.matches(event));
}

/** All that shows an event of any kind, in a file of its own that is loaded on use: an alarm waits for none of its bytes. */
export const allRenderers = { rendererOf, renderWith, generic } as const;

/** The type of it. */
export type AllRenderers = typeof allRenderers;
