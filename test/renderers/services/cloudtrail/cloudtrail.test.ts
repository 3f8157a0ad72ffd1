import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/base/json.js';
import { targetOf } from '../../../../src/renderers/services/cloudtrail/target.js';
import { eventBridgeEvent, firstLine, lineOf } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

const call = (detail: object, detailType = 'AWS API Call via CloudTrail') =>
  eventBridgeEvent(detailType, { eventSource: 's3.amazonaws.com', eventName: 'CreateBucket', ...detail });
const ROOT = { userIdentity: { type: 'Root', arn: 'arn:aws-cn:iam::111122223333:root' } };

describe('cloudtrail: an API call', () => {
  test.each([
    [{}, 'info 通知 | API 调用 s3:CreateBucket'],
    [ROOT, 'warning root 操作 | API 调用 s3:CreateBucket'],
    [{ errorCode: 'AccessDenied' }, 'warning 已拒绝 | API 调用 s3:CreateBucket'],
    [{ errorCode: 'Client.DryRunOperation', eventName: 'DeleteTrail' }, 'info 通知 | API 调用 s3:DeleteTrail'],
    [{ errorCode: 'Client.UnauthorizedOperation' }, 'warning 已拒绝 | API 调用 s3:CreateBucket'],
    [{ errorCode: 'BucketAlreadyExists' }, 'warning 失败 | API 调用 s3:CreateBucket'],
    [{ eventName: 'PutBucketPolicy' }, 'warning 敏感操作 | API 调用 s3:PutBucketPolicy'],
    [
      { eventSource: 'kms.amazonaws.com.cn', eventName: 'Decrypt', requestParameters: { keyId: 'k-1' } },
      'info 通知 | API 调用 kms:Decrypt k-1',
    ],
  ])('%j: %s', async (detail, line) => {
    expect(firstLine(await renderedOf(call(detail)))).toBe(line);
  });

  test.each([
    [{ type: 'IAMUser', userName: 'li.na' }, 'li.na'],
    [{ type: 'AssumedRole', arn: 'arn:aws-cn:sts::111122223333:assumed-role/deploy/li.na' }, 'deploy/li.na'],
    [{ type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' }, 'autoscaling.amazonaws.com'],
    [{ type: 'AWSAccount', accountId: '444455556666' }, '账户 444455556666'],
    [{ type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: '444455556666' }, 'AIDAEXAMPLE'],
    [{ type: 'IdentityCenterUser', accountId: '111122223333', onBehalfOf: { userId: 'u-1' } }, 'u-1'],
    // No person is called by an account's number.
    [{ type: 'Unknown', principalId: '111122223333', accountId: '111122223333' }, undefined],
    [{ type: 'Root', accountId: '111122223333' }, 'root'],
  ])('%j was %s', async (userIdentity, name) => {
    expect(lineOf(await renderedOf(call({ userIdentity })), '操作者')).toBe(name);
  });

  test('what only AWS can decode is cut from the reason', async () => {
    const errorMessage = 'Not authorized. Encoded authorization failure message: abc123';
    expect((await renderedOf(call({ errorCode: 'AccessDenied', errorMessage }))).details).toBe('Not authorized.');
  });

  test('account, region and link are the call’s own', async () => {
    const content = await renderedOf(
      call({ recipientAccountId: '444455556666', awsRegion: 'cn-northwest-1', eventID: 'e-1' }),
    );
    expect(content.where).toBe('444455556666 cn-northwest-1');
    expect(content.link).toBe(
      'https://cn-northwest-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-northwest-1#/events/e-1',
    );
  });

  test('whatever service it is, a call is CloudTrail’s to tell', async () => {
    const sources = ['aws.config', 'aws.kms', 'aws.health', 'aws.acm', 'aws.macie', 'aws.access-analyzer'];
    const contents = sources.map((source) => renderedOf({ ...call({}), source }));
    expect((await Promise.all(contents)).map(({ renderer }) => renderer)).toEqual(sources.map(() => 'cloudtrail'));
  });
});

describe('cloudtrail: what it was done to', () => {
  const CASES: readonly (readonly [detail: JsonObject, target: string | undefined])[] = [
    [{ requestParameters: { Host: 'x', bucketName: 'orders' } }, 'orders'],
    [{ requestParameters: { clientToken: 'x', roleArn: 'arn:aws:iam::1:role/deploy' } }, 'deploy'],
    [{ requestParameters: { sessionName: 'x', versionId: 'y' } }, undefined],
    [{ requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }] } } }, 'i-1'],
    [{ requestParameters: null, resources: [{ ARN: 'arn:aws:s3:::orders' }] }, 'orders'],
    [{ additionalEventData: { SecretId: 'arn:aws:secretsmanager:us-east-1:1:secret:prod/db-a1B2c3' } }, 'prod/db'],
    [{ serviceEventDetails: { keyId: 'k-1' } }, 'k-1'],
    [{ requestParameters: { target: 'i-1', documentName: 'AWS-StartSession' } }, 'i-1'],
    [{ requestParameters: { documentName: 'AWS-RunShellScript' } }, 'AWS-RunShellScript'],
    [{ requestParameters: { identityStoreId: 'd-1', groupId: 'g-1', member: { memberId: 'u-1' } } }, 'g-1 / u-1'],
    [{ requestParameters: { identityStoreId: 'd-1' } }, 'd-1'],
    [{ serviceEventDetails: { status: { state: 'X', account: { accountName: 'dev', accountId: '1' } } } }, 'dev'],
    [{ serviceEventDetails: { x: { state: 'X', organizationalUnit: { organizationalUnitName: 'Dev' } } } }, 'Dev'],
    [{ serviceEventDetails: { x: { state: 'X', guardrails: [{ guardrailId: 'CT.1' }] } } }, 'CT.1'],
  ];

  test.each(CASES)('%j: %s', (detail, target) => {
    expect(targetOf(detail)).toBe(target);
  });
});

describe('cloudtrail: what services do by themselves', () => {
  test.each([
    ['RotationFailed', {}, 'error 失败'],
    ['RotationSucceeded', {}, 'recovery 成功'],
    ['RotationStarted', {}, 'info 开始'],
    ['CreateAccountResult', { createAccountStatus: { state: 'FAILED' } }, 'error 失败'],
    ['CreateAccountResult', { createAccountStatus: { state: 'SUCCEEDED' } }, 'recovery 成功'],
    // The state counts, never the call's name beside it.
    ['UpdateLandingZone', { updateLandingZoneStatus: { state: 'FAILED' } }, 'error 失败'],
    ['CreateManagedAccount', { createManagedAccountStatus: { state: 'QUIESCED' } }, 'info 通知'],
    ['DeleteThing', { status: 'SUCCEEDED' }, 'recovery 成功'],
    ['RotateKey', { RotateKey: 'Failure' }, 'error 失败'],
  ])('%s %j: %s', async (eventName, serviceEventDetails, line) => {
    const detail = { eventType: 'AwsServiceEvent', eventName, serviceEventDetails };
    const content = await renderedOf(call(detail, 'AWS Service Event via CloudTrail'));
    expect(firstLine(content)).toBe(`${line} | 服务事件 s3:${eventName}`);
  });

  test('a state that is not understood stays visible, one that is understood is no line', async () => {
    const of = (state: string) =>
      renderedOf(
        call(
          { eventType: 'AwsServiceEvent', eventName: 'Create', serviceEventDetails: { createStatus: { state } } },
          'AWS Service Event via CloudTrail',
        ),
      );
    expect(lineOf(await of('QUIESCED'), '状态')).toBe('QUIESCED');
    expect(lineOf(await of('FAILED'), '状态')).toBeUndefined();
  });

  test('Control Tower is called by its name, with the account, its unit and the reason', async () => {
    const createManagedAccountStatus = {
      account: { accountName: 'dev', accountId: '444455556666' },
      organizationalUnit: { organizationalUnitName: 'Sandbox', organizationalUnitId: 'ou-1' },
      state: 'FAILED',
      message: 'The email address is in use.',
    };
    const detail = {
      eventType: 'AwsServiceEvent',
      eventSource: 'controltower.amazonaws.com',
      eventName: 'CreateManagedAccount',
      serviceEventDetails: { createManagedAccountStatus },
    };
    const content = await renderedOf(call(detail, 'AWS Service Event via CloudTrail'));
    expect(firstLine(content)).toBe('error 失败 | 服务事件 Control Tower CreateManagedAccount dev');
    expect(lineOf(content, '组织单元')).toBe('Sandbox');
    expect(content.details).toBe('The email address is in use.');
  });

  test.each([
    ['Start', 'warning 异常'],
    ['End', 'recovery 恢复'],
  ])('an insight that is at its %s: %s', async (state, line) => {
    const insightDetails = { state, eventSource: 'ec2.amazonaws.com', eventName: 'RunInstances' };
    const event = eventBridgeEvent('AWS Insight via CloudTrail', { insightDetails });
    expect(firstLine(await renderedOf(event))).toBe(`${line} | API 活动异常 ec2:RunInstances`);
  });
});

describe('cloudtrail: who was put into which group', () => {
  test.each([
    ['AddMemberToGroup', { groupId: 'g-1', member: { memberId: 'u-1' } }, 'g-1', 'u-1'],
    ['CreateGroupMembership', { groupId: 'g-1', memberId: { userId: 'u-1' } }, 'g-1', 'u-1'],
    ['RemoveUserFromGroup', { groupName: 'admins', userName: 'li.na' }, 'admins', 'li.na'],
    ['AuthorizeSecurityGroupIngress', { groupId: 'sg-1' }, undefined, undefined],
  ])('%s %j: %s, %s', async (eventName, parameters, group, member) => {
    const requestParameters = { identityStoreId: 'd-1', ...parameters };
    const content = await renderedOf(eventBridgeEvent('AWS API Call via CloudTrail', { eventName, requestParameters }));
    expect([lineOf(content, '组'), lineOf(content, '成员')]).toEqual([group, member]);
    expect(lineOf(content, '身份存储')).toBe(group && 'd-1');
  });
});
