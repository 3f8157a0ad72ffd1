import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/read-settings.js';
import { resourcesOf } from '../../deploy/template.js';
import { arrayAt, at, textAt } from '../../src/base/json.js';
import { readTick } from '../../src/domain/tick.js';
import { EVERYTHING } from './stack.js';

const REGION = 'ap-southeast-1';
const resources = (given: object = {}, region = REGION) => resourcesOf(readSettings(given, region), region);
const idsOf = (given: object, type: string): readonly string[] =>
  Object.entries(resources(given)).flatMap(([id, { Type }]) => (Type === type ? [id] : []));
/** Statements of the topic's policy that allow something. */
const publishersOf = (given: object, region = REGION): readonly unknown[] =>
  arrayAt(resources(given, region)['TopicPolicy'], 'Properties', 'PolicyDocument', 'Statement').filter(
    (one) => textAt(one, 'Effect') === 'Allow',
  );
const servicesOf = (given: object, region = REGION): readonly unknown[] =>
  publishersOf(given, region)
    .flatMap((one) => at(one, 'Principal', 'Service'))
    .map((service) => String(service).replace(/\.amazonaws\.com$/, ''));

describe('the roads in', () => {
  test('the roads in: of rules there are the one for applications, the heartbeat’s and the ticks’, until others are switched on', () => {
    expect(idsOf({}, 'AWS::Events::Rule')).toEqual(['HeartbeatRule', 'TickRule', 'NotificationRule']);
    expect(idsOf({ alarmRule: 'on', eventPatterns: ['ecs-task-failed'] }, 'AWS::Events::Rule')).toEqual([
      'HeartbeatRule',
      'TickRule',
      'NotificationRule',
      'AlarmRule',
      'EcsTaskFailedRule',
    ]);
    expect(idsOf({ notificationRule: 'off', reminders: 'off' }, 'AWS::Events::Rule')).toEqual(['HeartbeatRule']);
    expect(idsOf(EVERYTHING, 'AWS::Events::Rule')).toHaveLength(22);
  });

  test('the roads in: a heartbeat is repeated by neither EventBridge nor Lambda, and kept by neither', () => {
    const { HeartbeatRule, HeartbeatAlias, HeartbeatInvokeConfig, HeartbeatPermission } = resources();
    expect(at(HeartbeatRule, 'Properties', 'Targets', 0)).toMatchObject({
      Arn: { Ref: 'HeartbeatAlias' },
      RetryPolicy: { MaximumRetryAttempts: 0 },
    });
    expect(at(HeartbeatRule, 'Properties', 'Targets', 0)).not.toHaveProperty('DeadLetterConfig');
    const name = textAt(HeartbeatAlias, 'Properties', 'Name');
    expect(HeartbeatAlias?.Properties).toMatchObject({ FunctionVersion: '$LATEST' });
    expect(HeartbeatInvokeConfig?.Properties).toEqual({
      FunctionName: { Ref: 'NotifyLambdaFunction' },
      Qualifier: name,
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
    expect(HeartbeatPermission?.Properties).toMatchObject({ FunctionName: { Ref: 'HeartbeatAlias' } });
  });

  test('the roads in: a tick is an event of notify itself, which Lambda repeats with its time and keeps, and reads as one', () => {
    const { TickRule, NotifyInvokeConfig, RulePermission } = resources();
    const target = at(TickRule, 'Properties', 'Targets', 0);
    // At the minutes at which slots end: a rate’s moments lie anywhere, and move if the rule is changed.
    expect(TickRule?.Properties).toMatchObject({ ScheduleExpression: 'cron(0/5 * * * ? *)', State: 'ENABLED' });
    expect(target).toMatchObject({
      Arn: { 'Fn::GetAtt': ['NotifyLambdaFunction', 'Arn'] },
      InputTransformer: { InputPathsMap: { time: '$.time' } },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['FailedQueue', 'Arn'] } },
    });
    const written =
      textAt(target, 'InputTransformer', 'InputTemplate')?.replace('<time>', '2026-11-22T12:00:00Z') ?? '';
    expect(readTick(JSON.parse(written))).toEqual({ at: Date.UTC(2026, 10, 22, 12) });
    expect(NotifyInvokeConfig?.Properties).toMatchObject({ Qualifier: '$LATEST', MaximumRetryAttempts: 2 });
    expect(RulePermission?.Properties).toMatchObject({ FunctionName: { Ref: 'NotifyLambdaFunction' } });
  });

  test('the roads in: a topic of this region has dead letters, one of another region names it', () => {
    const { topicArns } = EVERYTHING;
    const [own, here, elsewhere] = Object.entries(resources({ topicArns })).flatMap(([, { Type, Properties }]) =>
      Type === 'AWS::SNS::Subscription' ? [Properties] : [],
    );
    const deadLetters = { deadLetterTargetArn: { 'Fn::GetAtt': ['FailedQueue', 'Arn'] } };
    expect(own).toMatchObject({ TopicArn: { Ref: 'Topic' }, RedrivePolicy: deadLetters });
    expect(here).toMatchObject({ RedrivePolicy: deadLetters });
    expect(elsewhere).toMatchObject({ Region: 'us-east-1' });
    expect(elsewhere).not.toHaveProperty('RedrivePolicy');
  });

  test('the roads in: AWS’s services publish for this account only, trusted accounts when named', () => {
    const accountsOf = (given: object) =>
      new Set(
        publishersOf(given).map((one) => JSON.stringify(at(one, 'Condition', 'StringEquals', 'aws:SourceAccount'))),
      );
    expect(accountsOf({})).toEqual(new Set(['[{"Ref":"AWS::AccountId"}]']));
    expect([...accountsOf({ trustedAccountIds: ['444455556666'] })]).toContain(
      '[{"Ref":"AWS::AccountId"},"444455556666"]',
    );
  });

  const EVERYWHERE = ['cloudwatch', 'events', 'budgets', 'backup', 's3', 'events.rds'];
  test.each([
    ['ap-southeast-1', [], [...EVERYWHERE, 'costalerts', 'codestar-notifications', 'ses']],
    ['cn-north-1', [], EVERYWHERE],
    ['cn-north-1', ['ses', 'backup'], [...EVERYWHERE, 'ses', 'backup']],
  ])('the roads in: in %s, with %j named, these services publish', (region, topicPublishers, services) => {
    expect(servicesOf({ topicPublishers }, region)).toEqual(services);
  });

  test('the roads in: one permission serves all topics of an account and region', () => {
    const topicArns = ['a', 'b', 'c'].map((name) => `arn:aws:sns:ap-southeast-1:444455556666:${name}`);
    const permissions = Object.entries(resources({ topicArns: [...topicArns, 'arn:aws:sns:us-east-1:444455556666:a'] }))
      .filter(([id]) => id.startsWith('TopicPermission'))
      .map(([id, { Properties }]) => [id, textAt(Properties, 'SourceArn', 'Fn::Sub')]);
    expect(permissions).toEqual([
      ['TopicPermission', undefined],
      ['TopicPermission444455556666apsoutheast1', 'arn:${AWS::Partition}:sns:ap-southeast-1:444455556666:*'],
      ['TopicPermission444455556666useast1', 'arn:${AWS::Partition}:sns:us-east-1:444455556666:*'],
    ]);
  });

  test.each([
    ['us-east-1', 'ap-southeast-1', 'sns.amazonaws.com'],
    ['ap-east-1', 'ap-southeast-1', 'sns.ap-east-1.amazonaws.com'],
    ['ap-east-1', 'ap-east-1', 'sns.amazonaws.com'],
    ['cn-north-1', 'cn-northwest-1', 'sns.amazonaws.com'],
  ])('the roads in: a topic in %s invokes a function in %s as %s', (from, to, principal) => {
    const partition = from.startsWith('cn-') ? 'aws-cn' : 'aws';
    const topicArns = [`arn:${partition}:sns:${from}:111122223333:alarms`];
    const id = `TopicPermission111122223333${from.replaceAll('-', '')}`;
    expect(resources({ topicArns }, to)[id]?.Properties).toMatchObject({ Principal: principal });
  });

  test('the roads in: a trusted account publishes, and its alarms invoke the function', () => {
    const trustedAccountIds = ['444455556666'];
    expect(publishersOf({ trustedAccountIds })).toContainEqual(
      expect.objectContaining({ Principal: { AWS: trustedAccountIds }, Action: 'sns:Publish' }),
    );
    expect(resources({ trustedAccountIds })['AlarmActionPermission444455556666']?.Properties).toMatchObject({
      Principal: 'lambda.alarms.cloudwatch.amazonaws.com',
      SourceAccount: '444455556666',
    });
  });

  test('the roads in: an organization is let in by its condition, and nobody without one', () => {
    const anyone = (given: object) => publishersOf(given).filter((one) => at(one, 'Principal', 'AWS') === '*');
    expect(anyone({})).toEqual([]);
    expect(anyone({ organizationId: 'o-abcdefghij' })).toEqual([
      expect.objectContaining({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } }),
    ]);
    expect(publishersOf({ organizationId: 'o-abcdefghij' })).toContainEqual(
      expect.objectContaining({
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceOrgID': 'o-abcdefghij' } },
      }),
    );
  });
});
