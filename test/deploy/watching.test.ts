import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkRules } from '../../deploy/check-rules.js';
import { arrayAt } from '../../src/base/json.js';
import { environments, resources, statementsOf } from './resources-given.js';
import { EVERYTHING } from './stack.js';

describe('reminders', () => {
  const reading = (given: object, role = 'NotifyRole') =>
    statementsOf(given, role).filter((one) => JSON.stringify(one).includes('cloudwatch:'));

  const ANY_ALARM = { 'Fn::Sub': 'arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm:*' };

  test('reminders: notify may read alarms and mute rules of any name, in the regions of stack and topics, and nothing more', () => {
    const { topicArns } = EVERYTHING;
    const Condition = {
      StringEquals: { 'aws:RequestedRegion': [{ Ref: 'AWS::Region' }, 'ap-southeast-1', 'us-east-1'] },
    };
    expect(reading({ topicArns })).toEqual([
      {
        Effect: 'Allow',
        Action: ['cloudwatch:DescribeAlarms', 'cloudwatch:DescribeAlarmHistory', 'cloudwatch:ListAlarmMuteRules'],
        Resource: '*',
        Condition,
      },
      {
        Effect: 'Allow',
        Action: ['cloudwatch:GetAlarmMuteRule'],
        Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm-mute-rule:*' },
        Condition,
      },
      { Effect: 'Allow', Action: ['cloudwatch:ListTagsForResource'], Resource: ANY_ALARM, Condition },
    ]);
    expect([reading({ durations: 'off', logLinks: 'off' }, 'DeliverRole'), reading({ reminders: 'off' })]).toEqual([
      [],
      [],
    ]);
  });

  test('ack: tags are read unless it is off, and notify may set its one tag if a link is to take alarms', () => {
    const actionsWith = (given: object) =>
      reading(given)
        .flatMap((one) => arrayAt(one, 'Action'))
        .slice(4);
    expect(actionsWith({ ack: 'off' })).toEqual([]);
    expect(actionsWith({ ack: 'on' })).toEqual(['cloudwatch:ListTagsForResource']);
    expect(reading({ ack: 'link', http: 'token' }).at(-1)).toEqual({
      Effect: 'Allow',
      Action: ['cloudwatch:TagResource'],
      Resource: ANY_ALARM,
      Condition: {
        StringEquals: { 'aws:RequestedRegion': [{ Ref: 'AWS::Region' }] },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['wecom:ack'] },
      },
    });
    expect(environments().notify).toMatchObject({ WATCH_ACKS: 'true' });
    expect(environments({ ack: 'off' }).notify).not.toHaveProperty('WATCH_ACKS');
    expect(environments().notify).not.toHaveProperty('ACK_URL');
    expect(environments({ ack: 'link', http: 'token' }).notify).toMatchObject({
      ACK_URL: { 'Fn::GetAtt': ['HttpApi', 'ApiEndpoint'] },
    });
  });

  test('graph: deliver may have metrics drawn if a picture may follow, in the regions of stack and topics', () => {
    const { topicArns } = EVERYTHING;
    const drawing = {
      Effect: 'Allow',
      Action: ['cloudwatch:GetMetricWidgetImage'],
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:RequestedRegion': [{ Ref: 'AWS::Region' }, 'ap-southeast-1', 'us-east-1'] },
      },
    };
    for (const graph of ['on', 'rules']) {
      expect(reading({ graph, topicArns, reminders: 'off', durations: 'off' }, 'DeliverRole')).toEqual([drawing]);
      expect(environments({ graph }).notify).toMatchObject({ ALARM_GRAPH: graph });
    }
    const others = [reading({ topicArns }, 'DeliverRole'), reading({ graph: 'on' })];
    expect(JSON.stringify(others)).not.toContain('GetMetricWidgetImage');
  });

  test('reminders: the role may do just what the client of CloudWatch asks for', () => {
    const source = readFileSync(new URL('../../src/watch/cloudwatch.ts', import.meta.url), 'utf8');
    const asked = [...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => `cloudwatch:${name}`);
    const given = { ack: 'link', http: 'token', graph: 'on' };
    const allowed = ['NotifyRole', 'DeliverRole'].flatMap((role) => reading(given, role));
    expect(new Set(allowed.flatMap((one) => arrayAt(one, 'Action')))).toEqual(new Set(asked));
  });

  test('reminders: both functions know the roads by which alarms come, and with reminders off neither', () => {
    const { topicArns } = EVERYTHING;
    const WATCH_TOPICS = { 'Fn::Join': [',', [{ Ref: 'Topic' }, ...arrayAt(topicArns)]] };
    const given = { topicArns, alarmRule: 'on' };
    for (const variables of [environments(given).notify, environments(given).deliver])
      expect(variables).toMatchObject({ WATCH_TOPICS, WATCH_ALARM_RULE: 'true' });
    expect(environments().notify).toMatchObject({ WATCH_ALARM_RULE: 'false' });
    for (const variables of Object.values(environments({ ...given, reminders: 'off' })))
      expect(Object.keys(variables).filter((name) => name.startsWith('WATCH_'))).toEqual([]);
  });
});

describe('tags', () => {
  const { topicArns } = EVERYTHING;
  const regions = [{ Ref: 'AWS::Region' }, 'ap-southeast-1', 'us-east-1'];

  test('tags: with tagLookUps notify may read those of alarms in the regions of stack and topics, and knows these', () => {
    const given = { topicArns, reminders: 'off', tagLookUps: 'on' };
    const reading = (settings: object) =>
      statementsOf(settings, 'NotifyRole').filter((one) => JSON.stringify(one).includes('cloudwatch:'));
    expect(reading(given)).toEqual([
      {
        Effect: 'Allow',
        Action: ['cloudwatch:ListTagsForResource'],
        Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:cloudwatch:*:${AWS::AccountId}:alarm:*' },
        Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
      },
    ]);
    expect(environments(given).notify).toMatchObject({ TAG_REGIONS: { 'Fn::Join': [',', regions] } });
    expect(environments({ topicArns }).notify).not.toHaveProperty('TAG_REGIONS');
  });
});

describe('durations', () => {
  const { topicArns } = EVERYTHING;
  const regions = [{ Ref: 'AWS::Region' }, 'ap-southeast-1', 'us-east-1'];

  test('durations: deliver may read the history of alarms, in the regions of stack and topics, and nothing more', () => {
    const reading = (given: object) =>
      statementsOf(given, 'DeliverRole').filter((one) => JSON.stringify(one).includes('cloudwatch:'));
    expect(reading({ topicArns, reminders: 'off' })).toEqual([
      {
        Effect: 'Allow',
        Action: ['cloudwatch:DescribeAlarmHistory'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
      },
    ]);
    expect(reading({ topicArns, durations: 'off' })).toEqual([]);
  });

  test('durations: deliver knows these regions, and with durations off none', () => {
    expect(environments({ topicArns }).deliver).toMatchObject({ DURATION_REGIONS: { 'Fn::Join': [',', regions] } });
    expect(environments({ topicArns }).notify).not.toHaveProperty('DURATION_REGIONS');
    expect(environments({ topicArns, durations: 'off' }).deliver).not.toHaveProperty('DURATION_REGIONS');
  });
});

describe('summary', () => {
  test('summary: notify may count parked messages and knows their queue, and with reminders off neither', () => {
    const counting = (given: object) =>
      statementsOf(given, 'NotifyRole').filter((one) => arrayAt(one, 'Action').includes('sqs:GetQueueAttributes'));
    expect(counting({})).toEqual([
      {
        Effect: 'Allow',
        Action: ['sqs:GetQueueAttributes'],
        Resource: { 'Fn::GetAtt': ['DeadLetterQueue', 'Arn'] },
      },
    ]);
    expect(environments().notify).toMatchObject({ DEAD_LETTER_QUEUE_URL: { Ref: 'DeadLetterQueue' } });
    expect(counting({ reminders: 'off' })).toEqual([]);
    expect(environments({ reminders: 'off' }).notify).not.toHaveProperty('DEAD_LETTER_QUEUE_URL');
  });

  test.each([{ trustedAccountIds: ['444455556666'] }, { organizationId: 'o-abcdefghij' }])(
    'summary: with %j it says that other accounts’ alarms are missing',
    (given) => {
      expect(environments(given).notify).toMatchObject({ WATCH_FOREIGN: 'true' });
      expect(environments().notify).toMatchObject({ WATCH_FOREIGN: 'false' });
    },
  );

  test('checkRules: a summary needs the tick of reminders', () => {
    const summary = [{ at: 570 }];
    expect(() => checkRules({ reminders: false }, { summary })).toThrow(
      'Cannot use the setting reminders as it must be on for the summary of routes.yml',
    );
    for (const [reminders, routes] of [
      [true, { summary }],
      [false, { summary: [] }],
      [false, {}],
    ] as const)
      expect(() => checkRules({ reminders }, routes)).not.toThrow();
  });
});

describe('links to logs', () => {
  const { topicArns } = EVERYTHING;
  const regions = [{ Ref: 'AWS::Region' }, 'ap-southeast-1', 'us-east-1'];

  test('links to logs: deliver may read metric filters in the regions of stack and topics, and knows these', () => {
    const reading = (given: object) =>
      statementsOf(given, 'DeliverRole').filter((one) => JSON.stringify(one).includes('logs:Describe'));
    expect(reading({ topicArns })).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:DescribeMetricFilters'],
        Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:logs:*:${AWS::AccountId}:log-group:*' },
        Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
      },
    ]);
    expect(reading({ topicArns, logLinks: 'off' })).toEqual([]);
    expect(environments({ topicArns }).deliver).toMatchObject({ LOG_REGIONS: { 'Fn::Join': [',', regions] } });
    expect(environments({ topicArns, logLinks: 'off' }).deliver).not.toHaveProperty('LOG_REGIONS');
  });

  test('links to logs: the role may do just what the client asks for', () => {
    const source = readFileSync(new URL('../../src/watch/logs.ts', import.meta.url), 'utf8');
    expect([...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name)).toEqual(['DescribeMetricFilters']);
  });
});

test('LostTicksAlarm: hears reminders that were lost, and is not there without reminders', () => {
  expect(resources()['LostTicksAlarm']).toMatchObject({ Properties: { MetricName: 'ticksLost', Threshold: 0 } });
  expect(resources({ reminders: 'off' })['LostTicksAlarm']).toBeUndefined();
});
