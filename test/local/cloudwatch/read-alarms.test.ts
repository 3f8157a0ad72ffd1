import { describe, expect, it } from 'vitest';
import { AlarmNotModelledError, readAlarms } from '../../../local/cloudwatch/read-alarms.js';

const NAMES = { 'AWS::StackName': 'wecomrobot-prod', Queue: 'queue.fifo', OpsTopic: 'ops' };

const WAITING = {
  AlarmDescription: 'Messages wait',
  Namespace: 'wecomrobot',
  MetricName: 'waitingSeconds',
  Statistic: 'Maximum',
  Dimensions: [
    { Name: 'service', Value: { Ref: 'AWS::StackName' } },
    { Name: 'queue', Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] } },
  ],
  Period: 120,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 300,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: [{ Ref: 'OpsTopic' }],
};
const METRIC_STAT = { Metric: { Namespace: 'wecomrobot', MetricName: 'heartbeat' }, Period: 300, Stat: 'Sum' };
const SOURCE = { Id: 'm1', MetricStat: METRIC_STAT, ReturnData: false };
const FILLED = { Id: 'e1', Expression: 'FILL(m1, 0)', ReturnData: true };
const HEARTBEAT = {
  Metrics: [SOURCE, FILLED],
  EvaluationPeriods: 2,
  Threshold: 1,
  ComparisonOperator: 'LessThanThreshold',
};

function read(Properties: object, Type = 'AWS::CloudWatch::Alarm') {
  return readAlarms({ Resources: { One: { Type, Properties }, Queue: { Type: 'AWS::SQS::Queue' } } }, NAMES);
}

describe('readAlarms', () => {
  it('readAlarms: an alarm of one metric, with the names of what it refers to', () => {
    expect(read(WAITING)).toEqual([
      {
        name: 'One',
        metric: {
          namespace: 'wecomrobot',
          metric: 'waitingSeconds',
          dimensions: { service: 'wecomrobot-prod', queue: 'queue.fifo' },
          statistic: 'Maximum',
          periodMs: 120_000,
        },
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        threshold: 300,
        comparison: 'GreaterThanThreshold',
        treatMissingData: 'notBreaching',
        actions: { ALARM: ['ops'], OK: [], INSUFFICIENT_DATA: [] },
      },
    ]);
  });

  it('readAlarms: FILL of one metric, with what CloudFormation leaves to its defaults', () => {
    expect(read(HEARTBEAT)).toMatchObject([
      {
        metric: { metric: 'heartbeat', statistic: 'Sum', periodMs: 300_000 },
        fill: 0,
        datapointsToAlarm: 2,
        treatMissingData: 'missing',
      },
    ]);
  });

  it.each([
    ['an unknown property', { ...WAITING, EvaluationWindow: { WallClockWindow: {} } }, /as it has EvaluationWindow/],
    ['a percentile', { ...WAITING, Statistic: 'p99' }, /Stat must be .*: current value is p99/],
    ['a band', { ...WAITING, ComparisonOperator: 'GreaterThanUpperThreshold' }, /ComparisonOperator must be/],
    ['a treatment that there is not', { ...WAITING, TreatMissingData: 'green' }, /TreatMissingData must be/],
    ['a period of seconds', { ...WAITING, Period: 10 }, /Period must be whole minutes.*: current value is 10/],
    ['a period of a day', { ...WAITING, Period: 86_400 }, /Period must be whole minutes/],
    ['no threshold', { ...WAITING, Threshold: undefined }, /Threshold must be a number/],
    ['an unnamed resource', { ...WAITING, AlarmActions: [{ Ref: 'Other' }] }, /unnamed: \{"Ref":"Other"\}/],
    ['other math', { ...HEARTBEAT, Metrics: [SOURCE, { ...FILLED, Expression: 'SUM(m1)' }] }, /not FILL/],
    [
      'FILL by repeating',
      { ...HEARTBEAT, Metrics: [SOURCE, { ...FILLED, Expression: 'FILL(m1, REPEAT)' }] },
      /not FILL/,
    ],
    [
      'FILL of another metric',
      { ...HEARTBEAT, Metrics: [SOURCE, { ...FILLED, Expression: 'FILL(m2, 0)' }] },
      /not FILL/,
    ],
    ['two metrics', { ...HEARTBEAT, Metrics: [SOURCE, SOURCE, FILLED] }, /not FILL/],
    [
      'a unit',
      { ...HEARTBEAT, Metrics: [{ ...SOURCE, MetricStat: { ...METRIC_STAT, Unit: 'Count' } }, FILLED] },
      /has Unit/,
    ],
  ])('readAlarms: refuses %s', (_, properties, message) => {
    expect(() => read(properties)).toThrow(AlarmNotModelledError);
    expect(() => read(properties)).toThrow(message);
  });

  it.each(['AWS::CloudWatch::CompositeAlarm', 'AWS::CloudWatch::AnomalyDetector', 'AWS::CloudWatch::AlarmMuteRule'])(
    'readAlarms: refuses %s',
    (type) => {
      expect(() => read({}, type)).toThrow(`Cannot evaluate the alarm One as its type is ${type}`);
    },
  );
});
