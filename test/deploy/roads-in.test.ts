import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/settings.js';
import { resourcesOf } from '../../deploy/template.js';
import { arrayAt, at, textAt } from '../../src/base/json.js';
import { EVERYTHING } from './stack.js';

const REGION = 'ap-southeast-1';
const resources = (given: object = {}) => resourcesOf(readSettings(given, REGION), REGION);
const idsOf = (given: object, type: string): readonly string[] =>
  Object.entries(resources(given)).flatMap(([id, { Type }]) => (Type === type ? [id] : []));
const publishersOf = (given: object): readonly unknown[] =>
  arrayAt(resources(given)['TopicPolicy'], 'Properties', 'PolicyDocument', 'Statement');

describe('the roads in', () => {
  test('the roads in: of rules there are the one for applications and the heartbeat’s, until others are switched on', () => {
    expect(idsOf({}, 'AWS::Events::Rule')).toEqual(['NotificationRule', 'HeartbeatRule']);
    expect(idsOf({ alarmRule: 'on', eventPatterns: ['ecs-task-failed'] }, 'AWS::Events::Rule')).toEqual([
      'NotificationRule',
      'AlarmRule',
      'EcsTaskFailedRule',
      'HeartbeatRule',
    ]);
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
    expect(accountsOf({})).toEqual(new Set(['{"Ref":"AWS::AccountId"}']));
    expect([...accountsOf({ trustedAccountIds: ['444455556666'] })]).toContain(
      '[{"Ref":"AWS::AccountId"},"444455556666"]',
    );
    expect(publishersOf({}).map((one) => textAt(one, 'Principal', 'Service'))).toEqual(
      [
        'cloudwatch',
        'events',
        'budgets',
        'costalerts',
        'codestar-notifications',
        'backup',
        's3',
        'ses',
        'events.rds',
      ].map((name) => `${name}.amazonaws.com`),
    );
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
  });
});
