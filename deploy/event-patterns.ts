import { sub } from './cloudformation.js';

/** An EventBridge event pattern. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export type EventPattern = Readonly<Record<string, unknown>>;

/** On unless switched off: any application's message, with the four parameters in `detail`. */
export const WECOM_NOTIFICATION: EventPattern = { 'detail-type': ['WeCom Notification'] };

/**
 * Alarms that turn red, and those that were red and are no longer. Autoscaling's alarms are its own business, and
 * wecomrobot's own alarms never pass through wecomrobot. An alarm of many time series comes once, with the number of
 * them in alarm.
 */
export const ALARM_RULE: EventPattern = {
  source: ['aws.cloudwatch'],
  'detail-type': ['CloudWatch Alarm State Change'],
  detail: {
    alarmName: [{ 'anything-but': { prefix: ['TargetTracking-', sub('${AWS::StackName}-')] } }],
    $or: [{ state: { value: ['ALARM'] } }, { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } }],
  },
};

const BACKUP_FAILURES = ['FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL'];

/**
 * The presets of the setting `eventPatterns`: the events of each service that a person should read, without the noise.
 */
export const PRESETS: Readonly<Record<string, EventPattern>> = {
  health: { source: ['aws.health'] },
  guardduty: {
    source: ['aws.guardduty'],
    'detail-type': ['GuardDuty Finding'],
    detail: { severity: [{ numeric: ['>=', 4] }] },
  },
  securityhub: {
    source: ['aws.securityhub'],
    // The second comes from the newer Security Hub, in OCSF.
    'detail-type': ['Security Hub Findings - Imported', 'Findings Imported V2'],
    detail: {
      $or: [
        {
          findings: {
            RecordState: ['ACTIVE'],
            Workflow: { Status: ['NEW'] },
            Severity: { Label: ['HIGH', 'CRITICAL'] },
          },
        },
        { findings: { status: ['New'], severity: ['High', 'Critical', 'Fatal'] } },
      ],
    },
  },
  inspector: {
    source: ['aws.inspector2'],
    'detail-type': ['Inspector2 Finding'],
    detail: { status: ['ACTIVE'], severity: ['HIGH', 'CRITICAL'] },
  },
  accessanalyzer: {
    source: ['aws.access-analyzer'],
    'detail-type': ['Access Analyzer Finding'],
    detail: { status: ['ACTIVE'] },
  },
  'ecs-deployment': {
    source: ['aws.ecs'],
    'detail-type': ['ECS Deployment State Change'],
    detail: { eventName: ['SERVICE_DEPLOYMENT_COMPLETED', 'SERVICE_DEPLOYMENT_FAILED'] },
  },
  'ecs-task-failed': {
    source: ['aws.ecs'],
    'detail-type': ['ECS Task State Change'],
    detail: {
      lastStatus: ['STOPPED'],
      $or: [
        { stopCode: ['TaskFailedToStart', 'SpotInterruption', 'TerminationNotice'] },
        { stopCode: ['EssentialContainerExited'], containers: { exitCode: [{ 'anything-but': 0 }] } },
        // Failed health checks: to ECS, the scheduler itself stopped the task.
        { stoppedReason: [{ prefix: 'Task failed ' }] },
      ],
    },
  },
  codepipeline: {
    source: ['aws.codepipeline'],
    // The end of an execution, and the actions that wait for approval.
    'detail-type': ['CodePipeline Pipeline Execution State Change', 'CodePipeline Action Execution State Change'],
    detail: {
      $or: [
        { action: [{ exists: false }], state: ['SUCCEEDED', 'FAILED', 'STOPPED'] },
        { type: { category: ['Approval'] }, state: ['STARTED'] },
      ],
    },
  },
  codebuild: {
    source: ['aws.codebuild'],
    'detail-type': ['CodeBuild Build State Change'],
    detail: { 'build-status': ['SUCCEEDED', 'FAILED', 'STOPPED'] },
  },
  codedeploy: {
    source: ['aws.codedeploy'],
    'detail-type': ['CodeDeploy Deployment State-change Notification'],
    detail: { state: ['SUCCESS', 'FAILURE', 'STOP'] },
  },
  'cloudformation-failed': {
    source: ['aws.cloudformation'],
    'detail-type': ['CloudFormation Stack Status Change'],
    detail: {
      'status-details': {
        status: [{ suffix: '_FAILED' }, { suffix: 'ROLLBACK_COMPLETE' }, { suffix: 'ROLLBACK_IN_PROGRESS' }],
      },
    },
  },
  rds: {
    source: ['aws.rds'],
    'detail-type': ['RDS DB Instance Event', 'RDS DB Cluster Event'],
    detail: {
      EventCategories: [
        'availability',
        'failover',
        'failure',
        'low storage',
        'maintenance',
        'recovery',
        'notification',
      ],
    },
  },
  autoscaling: {
    source: ['aws.autoscaling'],
    'detail-type': ['EC2 Instance Launch Unsuccessful', 'EC2 Instance Terminate Unsuccessful'],
  },
  backup: {
    source: ['aws.backup'],
    'detail-type': ['Backup Job State Change', 'Restore Job State Change', 'Copy Job State Change'],
    // A restore has status instead of state.
    detail: { $or: [{ state: BACKUP_FAILURES }, { status: BACKUP_FAILURES }] },
  },
  'cost-anomaly': { source: ['aws.ce'], 'detail-type': ['Anomaly Detected'] },
  'stepfunctions-failed': {
    source: ['aws.states'],
    'detail-type': ['Step Functions Execution Status Change'],
    detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
  },
  'glue-failed': {
    source: ['aws.glue'],
    'detail-type': ['Glue Job State Change'],
    detail: { state: ['FAILED', 'TIMEOUT', 'ERROR'] },
  },
  'batch-failed': { source: ['aws.batch'], 'detail-type': ['Batch Job State Change'], detail: { status: ['FAILED'] } },
  'root-login': {
    source: ['aws.signin'],
    'detail-type': ['AWS Console Sign In via CloudTrail'],
    detail: { userIdentity: { type: ['Root'] } },
  },
};
