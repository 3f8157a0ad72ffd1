import type { ServiceEvent } from '../service-event.js';
import { accessAnalyzer } from './access-analyzer.js';
import { acm } from './acm.js';
import { acmPca } from './acm-pca.js';
import { amplify } from './amplify.js';
import { appRunner } from './app-runner.js';
import { applicationAutoScaling } from './application-auto-scaling.js';
import { athena } from './athena.js';
import { autoScaling } from './auto-scaling.js';
import { awsConfig } from './aws-config.js';
import { backup } from './backup.js';
import { backupNotification } from './backup-notification.js';
import { batch } from './batch.js';
import { budgets } from './budgets.js';
import { cloudFormation } from './cloudformation.js';
import { cloudtrail } from './cloudtrail.js';
import { cloudWatchAlarm } from './cloudwatch-alarm.js';
import { cloudWatchAlarmConfiguration } from './cloudwatch-alarm-configuration.js';
import { codeArtifact } from './codeartifact.js';
import { codeBuild } from './codebuild.js';
import { codeCommit } from './codecommit.js';
import { codeDeploy } from './codedeploy.js';
import { codePipeline } from './codepipeline.js';
import { codePipelineApproval } from './codepipeline-approval.js';
import { codeStarNotifications } from './codestar-notifications.js';
import { costAnomaly } from './cost-anomaly.js';
import { datasync } from './datasync.js';
import { dlm } from './dlm.js';
import { dms } from './dms.js';
import { ec2 } from './ec2.js';
import { ecr } from './ecr.js';
import { ecsContainerInstance } from './ecs-container-instance.js';
import { ecsService } from './ecs-service.js';
import { ecsTask } from './ecs-task.js';
import { eks } from './eks.js';
import { elasticBeanstalk } from './elastic-beanstalk.js';
import { elastiCache, elastiCacheCluster } from './elasticache.js';
import { emr, emrOnEks, emrServerless } from './emr.js';
import { gameLift } from './gamelift.js';
import { databrew, glue } from './glue.js';
import { guardduty } from './guardduty.js';
import { guarddutyProtection } from './guardduty-protection.js';
import { health } from './health.js';
import { imageBuilder } from './image-builder.js';
import { applicationInsights, devOpsGuru, internetMonitor, xray } from './insights.js';
import { inspector } from './inspector.js';
import { inspectorClassic } from './inspector-classic.js';
import { inspectorScan } from './inspector-scan.js';
import { jobStateChange } from './job-state-change.js';
import { kms } from './kms.js';
import { lambdaDeadLetter } from './lambda-dead-letter.js';
import { lambdaDestination } from './lambda-destination.js';
import { macie } from './macie.js';
import { msk } from './msk.js';
import { openSearch } from './opensearch.js';
import { rds } from './rds.js';
import { redshift, redshiftData } from './redshift.js';
import type { Renderer } from './renderer.js';
import { s3 } from './s3.js';
import { sagemaker } from './sagemaker.js';
import { scheduledEvent } from './scheduled-event.js';
import { securityHub } from './security-hub.js';
import { ses } from './ses.js';
import { sesAccount } from './ses-account.js';
import { signIn } from './sign-in.js';
import { ssm } from './ssm.js';
import { ssmNotification } from './ssm-notification.js';
import { stepFunctions } from './step-functions.js';
import { storageGateway } from './storage-gateway.js';
import { supportCase } from './support-case.js';
import { synthetics } from './synthetics.js';
import { tag } from './tag.js';
import { transfer } from './transfer.js';
import { trustedAdvisor } from './trusted-advisor.js';
import { workSpaces } from './workspaces.js';

/**
 * Every service we render, asked in this order: the first that matches takes the event, so the more special stands first.
 * One line per renderer. `text` and `generic` are no members: they take what neither a renderer nor a payload takes.
 */
export const RENDERERS: readonly Renderer[] = [
  lambdaDeadLetter,
  // CloudTrail tells of every service, so it stands before them.
  signIn,
  cloudtrail,
  cloudWatchAlarm,
  cloudWatchAlarmConfiguration,
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
  lambdaDestination,
  scheduledEvent,
  stepFunctions,
  applicationInsights,
  athena,
  backup,
  backupNotification,
  databrew,
  datasync,
  devOpsGuru,
  dlm,
  dms,
  elastiCache,
  elastiCacheCluster,
  emr,
  emrOnEks,
  emrServerless,
  gameLift,
  glue,
  internetMonitor,
  msk,
  openSearch,
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
  // Whatever else changed its state, so it stands last.
  jobStateChange,
];

/** The renderer of an event, or nothing: then it is a payload's, plain text's or `generic`'s. */
export function rendererOf(event: ServiceEvent): Renderer | undefined {
  return RENDERERS.find((renderer) => renderer.matches(event));
}
