import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.js';
import { NOBODY } from '../../src/domain/mentions.js';

describe('readConfig', () => {
  it('readConfig: an empty environment gives the documented defaults', () => {
    expect(readConfig({})).toEqual({
      robotSecretId: '',
      tokensSecretId: '',
      watchTopics: [],
      durationRegions: [],
      tagRegions: [],
      logRegions: [],
      watchAlarmRule: false,
      watchAcks: false,
      ackUrl: '',
      watchForeign: false,
      service: 'wecomrobot',
      region: '',
      wecomBaseUrl: 'https://qyapi.weixin.qq.com',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      format: 'text',
      mentionOnAlarm: NOBODY,
      accountNames: new Map(),
      queueUrl: '',
      queueMaxBytes: 1_048_576,
      drainQueueUrl: '',
      deadLetterQueueUrl: '',
      minIntervalMs: 3400,
      silentAfterMinutes: 60,
      showProgress: false,
      graph: 'off',
    });
  });

  it('readConfig: an empty variable counts as unset', () => {
    expect(readConfig({ MESSAGE_LANGUAGE: '', TIME_ZONE: '', MESSAGE_FORMAT: ' ' })).toEqual(readConfig({}));
  });

  it('readConfig: MENTION_ON_ALARM takes @all, mobiles and names of people', () => {
    expect(readConfig({ MENTION_ON_ALARM: '@all, 13800138000、王芳' }).mentionOnAlarm).toEqual({
      all: true,
      mobiles: ['13800138000'],
      userIds: [],
      people: ['王芳'],
    });
  });

  it('readConfig: ACCOUNT_NAMES maps ids to names', () => {
    const { accountNames } = readConfig({ ACCOUNT_NAMES: '111122223333=生产, 444455556666 = test env' });
    expect([...accountNames]).toEqual([
      ['111122223333', '生产'],
      ['444455556666', 'test env'],
    ]);
  });

  it('readConfig: names may be encoded, as CloudFormation gives a parameter back in ASCII only', () => {
    const { accountNames, mentionOnAlarm } = readConfig({
      ACCOUNT_NAMES: '111122223333=%E7%94%9F%E4%BA%A7,444455556666=50% off',
      MENTION_ON_ALARM: '%40all,%E7%8E%8B%E8%8A%B3,%2B85251234567',
    });
    expect([...accountNames.values()]).toEqual(['生产', '50% off']);
    expect(mentionOnAlarm).toMatchObject({ all: true, people: ['王芳'], mobiles: ['+85251234567'] });
  });

  it.each([
    [{ MESSAGE_LANGUAGE: 'fr' }, 'Cannot read MESSAGE_LANGUAGE as one of zh-CN, en: current value is "fr"'],
    [
      { MESSAGE_FORMAT: 'html' },
      'Cannot read MESSAGE_FORMAT as one of text, markdown, markdown_v2: current value is "html"',
    ],
    [{ TIME_ZONE: 'Mars/Base' }, 'Cannot read TIME_ZONE as an IANA time zone: current value is "Mars/Base"'],
    [{ ACCOUNT_NAMES: 'prod=111122223333' }, 'Cannot read ACCOUNT_NAMES as 12-digit-id=name pairs'],
    [{ MENTION_ON_ALARM: '123' }, 'MENTION_ON_ALARM'],
    [{ WECOM_MIN_INTERVAL_MS: '3.4s' }, 'Cannot read WECOM_MIN_INTERVAL_MS as a whole number: current value is "3.4s"'],
    [{ TIME_ZONE: '13800138000' }, 'Cannot read TIME_ZONE as an IANA time zone: current value is 11 characters'],
  ])('readConfig: %j is refused with the variable, its rule and its value', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});
