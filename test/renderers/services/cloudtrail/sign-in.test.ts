import { describe, expect, test } from 'vitest';
import { eventBridgeEvent, firstLine, lineOf } from '../../../support/lambda-events.js';
import { renderedOf } from '../../../support/render-sample.js';

const signIn = (detail: object, detailType = 'AWS Console Sign In via CloudTrail') =>
  eventBridgeEvent(detailType, { eventName: 'ConsoleLogin', eventID: 'e-1', ...detail });
const USER = { type: 'IAMUser', userName: 'li.na' };
const ROLE = { type: 'AssumedRole', arn: 'arn:aws-cn:sts::111122223333:assumed-role/AWSReservedSSO_dev/li.na' };
const PERSON = { type: 'IdentityCenterUser', accountId: '111122223333', onBehalfOf: { userId: 'u-1' } };
const SUCCESS = { responseElements: { ConsoleLogin: 'Success' } };
const FAILURE = { responseElements: { ConsoleLogin: 'Failure' }, errorMessage: 'Failed authentication' };
const WITH_MFA = { additionalEventData: { MFAUsed: 'Yes' } };
const WITHOUT_MFA = { additionalEventData: { MFAUsed: 'No' } };

describe('sign-in', () => {
  test.each([
    [{ userIdentity: { type: 'Root' }, ...SUCCESS, ...WITH_MFA }, 'critical root 操作 | root 登录控制台成功'],
    [{ userIdentity: { type: 'Root' }, ...FAILURE }, 'error 失败 | root 登录控制台'],
    [{ userIdentity: USER, ...FAILURE }, 'warning 失败 | li.na 登录控制台'],
    [{ userIdentity: USER, ...SUCCESS, ...WITHOUT_MFA }, 'warning 未用 MFA | li.na 登录控制台'],
    [{ userIdentity: USER, ...SUCCESS, ...WITH_MFA }, 'info 成功 | li.na 登录控制台'],
    // A federated session's own MFA is the identity provider's business: CloudTrail always writes No.
    [{ userIdentity: ROLE, ...SUCCESS, ...WITHOUT_MFA }, 'info 成功 | AWSReservedSSO_dev/li.na 登录控制台'],
    [
      { userIdentity: USER, eventName: 'SwitchRole', responseElements: { SwitchRole: 'Success' } },
      'info 成功 | li.na 切换角色',
    ],
    [
      { userIdentity: { type: 'Root' }, eventName: 'PasswordRecoveryRequested' },
      'critical root 操作 | root 申请重置密码',
    ],
    [
      { userIdentity: PERSON, eventName: 'UserAuthentication', serviceEventDetails: { UserAuthentication: 'Failure' } },
      'warning 失败 | u-1 登录 IAM Identity Center',
    ],
    [
      { userIdentity: PERSON, eventName: 'UserAuthentication', serviceEventDetails: { UserAuthentication: 'Success' } },
      'info 成功 | u-1 登录 IAM Identity Center',
    ],
    [
      {
        userIdentity: { type: 'Unknown', accountId: '111122223333', principalId: '111122223333' },
        additionalEventData: { UserName: 'li.na' },
        eventName: 'CredentialVerification',
        serviceEventDetails: { CredentialVerification: 'Success' },
      },
      'info 成功 | li.na 验证 IAM Identity Center 登录凭证',
    ],
    [
      { userIdentity: USER, eventName: 'CheckMfa', responseElements: { CheckMfa: 'Success' } },
      'info 成功 | li.na 登录控制台 CheckMfa',
    ],
  ])('%j: %s', async (detail, line) => {
    expect(firstLine(await renderedOf(signIn(detail)))).toBe(line);
  });

  test('a user name that AWS hid is not shown', async () => {
    const userIdentity = { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
    expect((await renderedOf(signIn({ userIdentity, ...FAILURE }))).title).toBe('未知用户 登录控制台');
  });

  test('the link opens the record in the region it was recorded in', async () => {
    const content = await renderedOf(signIn({ userIdentity: USER, ...FAILURE, awsRegion: 'cn-northwest-1' }));
    expect(content.link).toBe(
      'https://cn-northwest-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-northwest-1#/events/e-1',
    );
    expect(lineOf(content, '错误')).toBe('Failed authentication');
  });

  test.each([
    [{ userIdentity: { type: 'Root' }, ...SUCCESS, ...WITHOUT_MFA }, '未使用'],
    [{ userIdentity: { type: 'Root' }, ...SUCCESS, ...WITH_MFA }, '已使用'],
    [{ userIdentity: { type: 'Root' }, ...SUCCESS }, undefined],
    [{ userIdentity: { type: 'Root' }, ...FAILURE, ...WITHOUT_MFA }, undefined],
    [{ userIdentity: USER, ...SUCCESS, ...WITHOUT_MFA }, undefined],
  ])('MFA of %j: %s', async (detail, mfa) => {
    expect(lineOf(await renderedOf(signIn(detail)), 'MFA')).toBe(mfa);
  });
});
