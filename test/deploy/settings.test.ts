import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDeployable, opsAddressOf } from '../../deploy/ops-address.js';
import { readSettings } from '../../deploy/read-settings.js';
import { RULES } from '../../deploy/setting-rules.js';
import { SettingsError } from '../../deploy/settings-error.js';
import { warningsOf } from '../../deploy/warnings.js';

const REGION = 'ap-southeast-1';
const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:alarms';

/** Every setting with values that it does not take, and what the error says besides the setting's name. */
const WRONG: readonly (readonly [setting: string, value: unknown, allowed: string])[] = [
  ['secretId', '', 'the name of a secret, or its complete ARN'],
  ['secretId', 'two words', 'the name of a secret'],
  ['secretId', 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:wecomrobot/robots', 'the six characters'],
  ['secretKmsKeyArn', 'alias/secrets', 'empty, or the ARN of a KMS key'],
  ['secretKmsKeyArn', 'arn:aws:kms:ap-southeast-1:111122223333:alias/secrets', 'not of an alias'],
  ['tokensSecretId', 'two words', 'empty, or the name of a secret'],
  ['tokensSecretKmsKeyArn', 'alias/secrets', 'empty, or the ARN of a KMS key'],
  ['http', 'open', 'one of empty, token, iam, off'],
  ['http', 'on', 'one of empty, token, iam, off'],
  ['http', ['token'], 'one of empty, token, iam, off'],
  ['alarmRule', 'maybe', 'one of off, on'],
  ['showProgress', 'maybe', 'one of off, on'],
  ['durations', 'maybe', 'one of on, off'],
  ['logLinks', 'maybe', 'one of on, off'],
  ['tagLookUps', 'maybe', 'one of off, on'],
  ['reminders', 'maybe', 'one of on, off'],
  ['graph', 'maybe', 'one of off, rules, on'],
  ['ack', 'page', 'one of on, link, off'],
  ['notificationRule', 'maybe', 'one of empty, on, off'],
  ['eventPatterns', ['helth'], 'a list of health, guardduty'],
  ['eventPatterns', 'health', 'a list of health'],
  ['eventPatterns', [['health']], 'a list of health'],
  ['eventPatterns', ['health', 'health'], 'each once'],
  ['topicArns', ['alarms'], 'a list of ARNs of SNS topics'],
  ['topicArns', [`${TOPIC}.fifo`], 'FIFO topics invoke no functions'],
  ['topicArns', [TOPIC, TOPIC], 'each once'],
  ['trustedAccountIds', [111122223333], '12-digit account ids in quotes'],
  ['trustedAccountIds', ['*'], '12-digit account ids in quotes'],
  ['organizationId', '*', 'empty, or the id of an organization'],
  ['opsEmail', 'ops', 'empty, or an e-mail address, or none'],
  ['opsEmail', 'none@', 'empty, or an e-mail address, or none'],
  ['opsTopicArn', 'ops', 'empty, or the ARN of an SNS topic'],
  ['topicPublishers', ['ses.amazonaws.com/'], 'names of AWS services without .amazonaws.com'],
  ['topicPublishers', 'ses', 'a list of names of AWS services'],
  ['permissionsBoundary', 'boundary', 'empty, or the ARN of an IAM policy'],
  ['rolePath', 'team', 'empty, or a path of IAM that begins and ends with /'],
  ['accountNames', { production: '111122223333' }, 'a map of 12-digit account ids'],
  ['accountNames', { '111122223333': 'a=b' }, 'to names without , ; = :'],
  ['accountNames', { '111122223333': '名'.repeat(1000) }, '2500 bytes at most'],
  ['accountNames', ['生产'], 'a map of 12-digit account ids'],
  ['mentionOnAlarm', 13800138000, "in quotes '@all', mobiles"],
  ['mentionOnAlarm', '123', "in quotes '@all', mobiles"],
  ['language', 'fr', 'one of zh-CN, en'],
  ['timeZone', 'Asia/Peking', 'an IANA time zone'],
  ['timeZone', 8, 'an IANA time zone'],
  ['format', 'html', 'one of text, markdown, markdown_v2'],
  ['silentAfterMinutes', '30', 'a whole number of minutes from 0 to 525600'],
  ['silentAfterMinutes', 0.5, 'a whole number of minutes from 0 to 525600'],
  ['silentAfterMinutes', -1, 'a whole number of minutes from 0 to 525600'],
  ['minIntervalMs', '3.4s', 'a whole number of milliseconds from 1 to 30000'],
  ['minIntervalMs', 60_000, 'a whole number of milliseconds from 1 to 30000'],
  ['minIntervalMs', Number.NaN, 'a whole number of milliseconds from 1 to 30000'],
  ['architecture', 'arm', 'one of arm64, x86_64'],
  ['notifyConcurrency', 0, 'empty, or a whole number of invocations from 1 to 10000'],
  ['deliverConcurrency', 9, 'empty, or a whole number of invocations from 10 to 10000'],
  ['notifyMemorySize', 64, 'a whole number of megabytes from 128 to 10240'],
  ['deliverMemorySize', 256.5, 'a whole number of megabytes from 128 to 10240'],
  ['deliverMemorySize', '256', 'a whole number of megabytes from 128 to 10240'],
  ['dashboard', 'yes', 'one of on, off'],
  ['logRetentionInDays', 31, 'one of 1, 3, 5, 7, 14, 30'],
  ['logRetentionInDays', '30', 'one of 1, 3, 5, 7, 14, 30'],
];

const CONTRADICTIONS: readonly (readonly [what: string, settings: object, region: string, message: string])[] = [
  [
    'two who are told',
    { opsEmail: 'ops@example.com', opsTopicArn: TOPIC },
    REGION,
    'Cannot use the settings opsEmail and opsTopicArn together as one is enough: opsEmail is ops@example.com',
  ],
  [
    'somebody and nobody who is told',
    { opsEmail: 'none', opsTopicArn: TOPIC },
    REGION,
    'Cannot use the settings opsEmail and opsTopicArn together as one is enough: opsEmail is none',
  ],
  [
    'an own topic that wecomrobot reads itself',
    { opsTopicArn: TOPIC, topicArns: [TOPIC] },
    REGION,
    `Cannot use the setting opsTopicArn as it must not be one of topicArns, or wecomrobot's own alarms would depend on wecomrobot: current value is ${TOPIC}`,
  ],
  [
    'a topic of another partition',
    { topicArns: [TOPIC] },
    'cn-north-1',
    `Cannot use the setting topicArns in cn-north-1 as it must be of aws-cn: current value is ${TOPIC}`,
  ],
  [
    'an own topic in another region, where alarms cannot publish',
    { opsTopicArn: TOPIC },
    'us-east-1',
    `Cannot use the setting opsTopicArn as it must be in us-east-1: current value is ${TOPIC}`,
  ],
  [
    'a topic of a region that every account has, and a function in one that has to be switched on',
    { topicArns: [TOPIC] },
    'ap-east-1',
    `Cannot use the setting topicArns in ap-east-1 as SNS delivers from no other region to a function in a region that has to be switched on (deploy to ap-southeast-1, or forward its events by EventBridge): current value is ${TOPIC}`,
  ],
  [
    'a topic and a function in two regions that have to be switched on',
    { topicArns: ['arn:aws:sns:me-south-1:111122223333:alarms'] },
    'ap-east-1',
    'Cannot use the setting topicArns in ap-east-1 as SNS delivers from no other region to a function in a region that has to be switched on (deploy to me-south-1, or forward its events by EventBridge): current value is arn:aws:sns:me-south-1:111122223333:alarms',
  ],
  [
    'more accounts than Lambda’s policy has room for',
    { trustedAccountIds: Array.from({ length: 44 }, (_, index) => String(100_000_000_000 + index)) },
    REGION,
    "Cannot use the settings topicArns and trustedAccountIds together as Lambda's policy of 20480 bytes holds 43 accounts and regions at most: current value is 44",
  ],
  [
    'a permissions boundary of another partition',
    { permissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary' },
    'cn-north-1',
    'Cannot use the setting permissionsBoundary in cn-north-1 as it must be of aws-cn: current value is arn:aws:iam::111122223333:policy/boundary',
  ],
  [
    'a secret in another region',
    { secretId: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:robots-AbCdEf' },
    REGION,
    'Cannot use the setting secretId as it must be in ap-southeast-1: current value is arn:aws:secretsmanager:us-east-1:111122223333:secret:robots-AbCdEf',
  ],
  [
    'one secret for both',
    { secretId: 'robots', tokensSecretId: 'robots' },
    REGION,
    'Cannot use the setting tokensSecretId as it must be another secret than secretId (empty: one for both): current value is robots',
  ],
  [
    'one secret for both, by name and by ARN',
    { secretId: 'robots', tokensSecretId: 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:robots-AbCdEf' },
    REGION,
    'Cannot use the setting tokensSecretId as it must be another secret than secretId (empty: one for both): current value is arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:robots-AbCdEf',
  ],
  [
    'a tokens’ secret in another region',
    { tokensSecretId: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:tokens-AbCdEf' },
    REGION,
    'Cannot use the setting tokensSecretId as it must be in ap-southeast-1: current value is arn:aws:secretsmanager:us-east-1:111122223333:secret:tokens-AbCdEf',
  ],
  [
    'a key of another partition',
    { secretKmsKeyArn: 'arn:aws:kms:cn-north-1:111122223333:key/1' },
    'cn-north-1',
    'Cannot use the setting secretKmsKeyArn as it must be in cn-north-1: current value is arn:aws:kms:cn-north-1:111122223333:key/1',
  ],
];

describe('readSettings', () => {
  test.each(WRONG)(
    'readSettings: %s %j is refused with its name, what it may be and what it is',
    (name, value, allowed) => {
      const read = () => readSettings({ [name]: value }, REGION);
      expect(read).toThrow(SettingsError);
      expect(read).toThrow(`Cannot use the setting ${name} as it must be `);
      expect(read).toThrow(allowed);
      expect(read).toThrow(`: current value is ${JSON.stringify(value).replace('13800138000', '11 characters')}`);
    },
  );

  test('readSettings: every setting has a value that is refused', () => {
    expect(new Set([...WRONG.map(([name]) => name), 'wecomBaseUrl'])).toEqual(new Set(Object.keys(RULES)));
  });

  test.each(CONTRADICTIONS)('readSettings: %s contradict each other', (_, settings, region, message) => {
    expect(() => readSettings(settings, region)).toThrow(new SettingsError(message));
  });

  test.each([
    ['http://wecom.example.com'],
    ['https://wecom.example.com/cgi-bin/webhook/send?key=K'],
    [['https://wecom.example.com']],
  ])('readSettings: wecomBaseUrl %j is refused without being shown, as it may hold a key', (wecomBaseUrl) => {
    const rule = 'it must be https and a host, like https://qyapi.weixin.qq.com';
    expect(() => readSettings({ wecomBaseUrl }, REGION)).toThrow(
      new SettingsError(
        `Cannot use the setting wecomBaseUrl as ${rule}: current value is not shown, as it may hold a key`,
      ),
    );
  });

  test('readSettings: a name that is no setting is refused with the names that are, and the nearest of them', () => {
    expect(() => readSettings({ silentAfterMinuts: 30 }, REGION)).toThrow(
      /^Cannot use the setting silentAfterMinuts as its name must be one of secretId, secretKmsKeyArn, .*, dashboard; did you mean silentAfterMinutes\?$/,
    );
    expect(() => readSettings({ robots: ['a'] }, REGION)).toThrow(/one of secretId, .*, dashboard$/);
  });

  test.each([['secretId'], [['secretId']], [42], [true]])(
    'readSettings: %j in the place of the block is refused',
    (given) => {
      expect(() => readSettings(given, REGION)).toThrow(
        new SettingsError(`Cannot use the settings as they must be a map: current value is ${JSON.stringify(given)}`),
      );
    },
  );

  test('readSettings: nothing given is a deployment with a token at its door and nobody else let in', () => {
    expect(readSettings(undefined, REGION)).toMatchObject({
      secretId: 'wecomrobot/robots',
      http: 'token',
      alarmRule: false,
      eventPatterns: [],
      trustedAccountIds: [],
      architecture: 'arm64',
    });
  });

  test.each([
    ['cn-north-1', '', 'iam'],
    ['cn-northwest-1', null, 'iam'],
    ['cn-north-1', 'token', 'token'],
    ['us-east-1', '', 'token'],
    ['us-east-1', false, 'off'],
  ])('readSettings: in %s http %j means %s', (region, http, meant) => {
    expect(readSettings({ http }, region).http).toBe(meant);
  });

  test.each([
    [true, true],
    ['on', true],
    [false, false],
    ['off', false],
    [null, false],
  ])('readSettings: alarmRule %j means %s, as YAML may have read it', (alarmRule, meant) => {
    expect(readSettings({ alarmRule }, REGION).alarmRule).toBe(meant);
  });

  test.each([
    [undefined, true],
    ['on', true],
    ['off', false],
    [false, false],
  ])('readSettings: reminders %j means %s', (reminders, meant) => {
    expect(readSettings({ reminders }, REGION).reminders).toBe(meant);
  });

  test('readSettings: serverless.yml names every setting', () => {
    const yml = readFileSync(new URL('../../serverless.yml', import.meta.url), 'utf8');
    const block = yml.slice(yml.indexOf('  settings:'), yml.indexOf('\nservice:'));
    expect([...block.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name)).toEqual(Object.keys(RULES));
  });
});

describe('checkDeployable', () => {
  test('checkDeployable: refuses to deploy what nobody hears of, and says how to mean it', () => {
    expect(() => checkDeployable(readSettings({}, REGION))).toThrow(
      new SettingsError(
        'Cannot deploy as opsEmail or opsTopicArn must say who is told when wecomrobot itself fails, or opsEmail: none that nobody is: current value is empty',
      ),
    );
  });

  test.each([
    [{ opsEmail: 'ops@example.com' }, 'ops@example.com'],
    [{ opsTopicArn: TOPIC }, ''],
    [{ opsEmail: 'none' }, ''],
  ])('checkDeployable: takes %j, whose address is %j', (given, address) => {
    const settings = readSettings(given, REGION);
    expect(() => checkDeployable(settings)).not.toThrow();
    expect(opsAddressOf(settings)).toBe(address);
  });
});

describe('warningsOf', () => {
  test.each([
    ['nobody is told of its own failures', {}, REGION, ['Neither opsEmail nor opsTopicArn is set']],
    ['somebody is told', { opsEmail: 'ops@example.com' }, REGION, []],
    ['nobody is to be told', { opsEmail: 'none' }, REGION, []],
    [
      'tokens that no door asks for',
      { opsEmail: 'none', http: 'iam', tokensSecretId: 'tokens' },
      REGION,
      ['tokensSecretId is not read: http is iam, and asks for no token'],
    ],
    ['a topic is told', { opsTopicArn: TOPIC }, REGION, []],
    [
      'a pace that WeCom does not accept',
      { opsEmail: 'ops@example.com', minIntervalMs: 2999 },
      REGION,
      ['minIntervalMs is 2999: WeCom accepts 20 messages a minute from each robot and refuses the rest'],
    ],
    ['the fastest pace that WeCom accepts', { opsEmail: 'ops@example.com', minIntervalMs: 3000 }, REGION, []],
    [
      'an open door in China',
      { opsEmail: 'ops@example.com', http: 'token' },
      'cn-north-1',
      ['http is token in a China'],
    ],
  ])('warningsOf: %s', (_, given, region, warnings) => {
    const found = warningsOf(readSettings(given, region), region);
    expect(found).toEqual(warnings.map((start) => expect.stringContaining(start)));
  });
});
