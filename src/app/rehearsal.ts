import type { Clock } from '../base/clock.js';
import { createKnownSecrets } from '../base/known-secrets.js';
import { createLog } from '../base/log.js';
import { NOBODY, type Notification } from '../domain/notification.js';
import { RobotKey } from '../domain/robot-key.js';
import { writeQueueBody } from '../queue/body.js';
import type { QueueWriter } from '../queue/queue-client.js';
import type { Config } from './config.js';
import { type Edges, type Setup, wireApp } from './wire.js';

const START = Date.UTC(2026, 0, 1);
const KEY = new RobotKey('00000000-0000-4000-8000-000000000000');
const ACCEPTED = { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' } as const;

/**
 * Sends one alarm all the way through the app, between edges that do nothing: the engine compiles each function on its
 * first call, and during init a whole core is available for that.
 * @param writer a queue that accepts everything. That of AWS's client over a silent line: its way is longer than all of ours.
 * @returns the number of messages that reached the end: one, unless a rule of routes.yml changes it.
 */
export async function rehearse(setup: Setup, writer?: QueueWriter): Promise<number> {
  const { edges, sent } = silentEdges(setup, writer);
  const event = setup.drainQueueUrl ? QUEUED : ALARM;
  await wireApp(setup, edges)(event, { requestId: 'rehearsal', remainingMs: () => 60_000 });
  return sent();
}

function silentEdges(
  { queueUrl, drainQueueUrl, service }: Config,
  writer: QueueWriter | undefined,
): { edges: Edges; sent: () => number } {
  let sent = 0;
  const clock = jumpingClock();
  const send: QueueWriter['send'] = async (entries, abortSignal) => {
    sent += entries.length;
    return writer?.send(entries, abortSignal) ?? [];
  };
  const edges: Edges = {
    transport: {
      post: async () => {
        sent += 1;
        return ACCEPTED;
      },
      check: async () => {},
    },
    keys: {
      key: async () => KEY,
      laneOf: async (robot) => robot,
      replacement: async () => undefined,
      mobileOf: async () => undefined,
      tokensAtHand: () => [],
      httpTokens: async () => [],
      hasRobot: async () => true,
      verify: async () => {},
    },
    writer: queueUrl ? { send } : undefined,
    reader: drainQueueUrl
      ? {
          changeVisibility: async () => [],
          delete: async () => {},
          send: async () => [],
          waiting: async () => 0,
          deadLetter: async () => {},
        }
      : undefined,
    clock,
    random: () => 0,
    mask: createKnownSecrets().mask,
    log: createLog(() => {}, clock.now, service),
  };
  return { edges, sent: () => sent };
}

/** Creates a clock on which time passes only during a sleep, and then at once. */
function jumpingClock(): Clock {
  let now = START;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    after: () => () => {},
  };
}

/**
 * An alarm with the properties that most alarms have: code the rehearsal leaves out is compiled when it first matters.
 */
const ALARM_MESSAGE = {
  AlarmName: 'rehearsal',
  AlarmDescription: 'Nobody reads this.\nRunbook: https://example.com/runbook',
  AlarmArn: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:rehearsal',
  AWSAccountId: '111122223333',
  Region: 'US East (N. Virginia)',
  OldStateValue: 'OK',
  NewStateValue: 'ALARM',
  NewStateReason:
    'Threshold Crossed: 2 out of the last 3 datapoints [4250.5 (01/01/26 00:01:00), 42.0 (01/01/26 00:00:00)] were greater ' +
    'than the threshold (10.0) (minimum 2 datapoints for OK -> ALARM transition).',
  StateChangeTime: '2026-01-01T00:00:00.000+0000',
  Trigger: {
    MetricName: 'HTTPCode_Target_5XX_Count',
    Namespace: 'AWS/ApplicationELB',
    StatisticType: 'Statistic',
    Statistic: 'SUM',
    Unit: null,
    Dimensions: [
      { name: 'TargetGroup', value: 'targetgroup/rehearsal/0123456789abcdef' },
      { name: 'LoadBalancer', value: 'app/rehearsal/0123456789abcdef' },
    ],
    Period: 60,
    EvaluationPeriods: 3,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 10,
  },
};

/** A CloudWatch alarm from SNS. */
const ALARM = {
  Records: [
    {
      EventSource: 'aws:sns',
      Sns: {
        Type: 'Notification',
        MessageId: 'rehearsal',
        TopicArn: 'arn:aws:sns:us-east-1:111122223333:rehearsal',
        Subject: 'rehearsal',
        Message: JSON.stringify(ALARM_MESSAGE),
        Timestamp: '2026-01-01T00:00:00.000Z',
        MessageAttributes: {},
      },
    },
  ],
};

const NOTIFICATION: Notification = {
  kind: 'rendered',
  id: 'rehearsal',
  renderer: 'cloudwatch-alarm',
  severity: 'critical',
  status: '',
  title: 'rehearsal',
  where: '',
  fields: [{ label: 'rehearsal', value: 'rehearsal' }],
  details: 'Nobody reads this.\nRunbook: https://example.com/runbook',
  link: 'https://console.aws.amazon.com/',
  occurredAt: START,
  origin: { source: 'sns' },
  robot: 'default',
  format: 'text',
  mentions: NOBODY,
};

/** A batch of our own queue. */
const QUEUED = {
  Records: [
    {
      eventSource: 'aws:sqs',
      messageId: 'rehearsal',
      receiptHandle: 'rehearsal',
      body: writeQueueBody({ notification: NOTIFICATION, queuedAt: START }),
      attributes: { MessageGroupId: 'default', ApproximateReceiveCount: '1' },
    },
  ],
};
