import { beforeAll, describe, expect, test } from 'vitest';
import { ALARM_RULE, PRESETS, WECOM_NOTIFICATION } from '../../deploy/event-patterns.js';
import { readSamples, type Sample } from '../../local/samples/samples.js';
import { isObject } from '../../src/base/json.js';
import { matchesEventPattern } from './match-event-pattern.js';

/** EventBridge's limit. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MAX_PATTERN_CHARACTERS = 2048;

/** As CloudFormation fills it in. */
const filledIn = (pattern: unknown): unknown =>
  JSON.parse(JSON.stringify(pattern).replace(/\{"Fn::Sub":"\$\{AWS::StackName\}-"\}/, '"wecomrobot-test-"'));

const PATTERNS: Readonly<Record<string, unknown>> = { ...PRESETS, alarmRule: filledIn(ALARM_RULE) };

/** Of the samples in events/, some that each pattern takes. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  health: [
    'health/abuse.json',
    'health/account-notification.json',
    'health/backup-copy.json',
    'health/credentials-exposed.json',
    'health/investigation.json',
    'health/issue-closed.json',
    'health/issue-open.json',
    'health/scheduled-change-china.json',
  ],
  guardduty: [
    'guardduty/critical-attack-sequence.json',
    'guardduty/high-instance.json',
    'guardduty/medium-access-key.json',
  ],
  securityhub: ['security-hub/finding-high.json', 'security-hub/ocsf-finding.json'],
  inspector: ['inspector/finding-ecr.json'],
  accessanalyzer: ['access-analyzer/external-role.json', 'access-analyzer/public-bucket.json'],
  'ecs-deployment': ['ecs/deployment-completed.json', 'ecs/deployment-failed.json'],
  'ecs-task-failed': [
    'ecs/task-health-check-failed.json',
    'ecs/task-image-pull-failed.json',
    'ecs/task-out-of-memory.json',
    'ecs/task-spot-interrupted.json',
  ],
  codepipeline: ['codepipeline/approval-waiting.json'],
  codebuild: ['codebuild/build-failed.json', 'codebuild/build-succeeded.json'],
  codedeploy: ['codedeploy/deployment-failed.json'],
  'cloudformation-failed': ['cloudformation/stack-rolled-back.json'],
  rds: ['rds/cluster-failure.json', 'rds/instance-failover.json', 'rds/instance-recovered.json'],
  autoscaling: ['auto-scaling/launch-unsuccessful.json'],
  backup: ['backup/job-failed.json', 'backup/restore-aborted.json'],
  'cost-anomaly': ['cost-anomaly/eventbridge.json'],
  'stepfunctions-failed': ['step-functions/execution-failed.json', 'step-functions/execution-timed-out.json'],
  'glue-failed': ['glue/job-failed.json'],
  'batch-failed': ['batch/job-failed.json'],
  'root-login': ['sign-in/root.json'],
};
/** Samples of the same services that no pattern takes: what goes well, what is under way, what is minor. */
const NOISE: ReadonlySet<string> = new Set([
  'access-analyzer/resolved.json',
  'auto-scaling/launch-successful.json',
  'backup/copy-completed.json',
  'batch/job-succeeded.json',
  'cloudformation/stack-created.json',
  'codebuild/build-started.json',
  'codepipeline/pipeline-started.json',
  'codepipeline/source-succeeded.json',
  'codepipeline/stage-succeeded.json',
  'ecs/service-steady.json',
  'ecs/task-finished.json',
  'ecs/task-scaled-in.json',
  'glue/job-succeeded.json',
  'guardduty/low-china.json',
  'inspector/finding-closed.json',
  'inspector/finding-network.json',
  'inspector/scan-complete.json',
  'rds/snapshot-created.json',
  'security-hub/finding-resolved.json',
  'sign-in/failed.json',
  'sign-in/without-mfa.json',
  'step-functions/execution-succeeded.json',
  ...[
    'configuration-created',
    'configuration-deleted',
    'configuration-updated',
    'contributor-alarm',
    'contributor-ok',
    'log-contributor-alarm',
    'metric-insufficient-data',
  ].map((name) => `cloudwatch-eventbridge/${name}.json`),
]);

let samples: readonly Sample[] = [];
beforeAll(async () => {
  samples = (await readSamples()).flatMap((folder) => folder.samples).filter(({ event }) => isObject(event));
});

const takenBy = (pattern: unknown): readonly string[] =>
  samples.filter(({ event }) => matchesEventPattern(pattern, event)).map(({ file }) => file);

const alarmEvent = (name: string, state: string, previous: string): unknown => ({
  source: 'aws.cloudwatch',
  'detail-type': 'CloudWatch Alarm State Change',
  detail: { alarmName: name, state: { value: state }, previousState: { value: previous } },
});

describe('presets', () => {
  test('presets: each is tried on samples', () => {
    expect(Object.keys(TAKEN)).toEqual(Object.keys(PRESETS));
  });

  test.each(Object.entries(TAKEN))('presets: %s takes what a person should read, and no noise', (name, files) => {
    const taken = takenBy(PATTERNS[name]);
    expect(taken).toEqual(expect.arrayContaining([...files]));
    expect(taken.filter((file) => NOISE.has(file))).toEqual([]);
  });

  test('presets: codepipeline takes how a pipeline ended', () => {
    const ended = (state: string) => ({
      source: 'aws.codepipeline',
      'detail-type': 'CodePipeline Pipeline Execution State Change',
      detail: { pipeline: 'payment-release', state },
    });
    const states = ['STARTED', 'SUCCEEDED', 'FAILED', 'SUPERSEDED', 'STOPPED'];
    expect(states.filter((state) => matchesEventPattern(PRESETS['codepipeline'], ended(state)))).toEqual([
      'SUCCEEDED',
      'FAILED',
      'STOPPED',
    ]);
  });

  test.each(Object.entries({ ...PATTERNS, WECOM_NOTIFICATION }))('presets: %s fits EventBridge', (_, pattern) => {
    expect(JSON.stringify(pattern).length).toBeLessThan(MAX_PATTERN_CHARACTERS);
  });
});

describe('ALARM_RULE', () => {
  test('ALARM_RULE: every sample alarm but changes of configuration, contributors and missing data', () => {
    const all = samples.map(({ file }) => file).filter((file) => file.startsWith('cloudwatch-eventbridge/'));
    expect(takenBy(PATTERNS['alarmRule'])).toEqual(all.filter((file) => !NOISE.has(file)));
  });

  test.each([
    ['turning red', alarmEvent('cpu', 'ALARM', 'OK'), true],
    ['turning red from no data', alarmEvent('cpu', 'ALARM', 'INSUFFICIENT_DATA'), true],
    ['recovering', alarmEvent('cpu', 'OK', 'ALARM'), true],
    ['its first data', alarmEvent('cpu', 'OK', 'INSUFFICIENT_DATA'), false],
    ["autoscaling's own", alarmEvent('TargetTracking-service/prod-AlarmHigh', 'ALARM', 'OK'), false],
    ['one of wecomrobot itself', alarmEvent('wecomrobot-test-DeliverErrorsAlarm', 'ALARM', 'OK'), false],
  ])('ALARM_RULE: %s', (_, event, taken) => {
    expect(matchesEventPattern(PATTERNS['alarmRule'], event)).toBe(taken);
  });
});

test('WECOM_NOTIFICATION: takes any application, whatever its source', () => {
  expect(takenBy(WECOM_NOTIFICATION)).toEqual(['eventbridge/wecom-notification.json', 'scenarios/business-event.json']);
});
