import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/read-settings.js';
import { ROUTE_KEYS } from '../../deploy/resources/route-keys.js';
import { ROWS, RULES } from '../../deploy/setting-rules.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { readConfig } from '../../src/app/config.js';
import { arrayAt, objectAt, textAt } from '../../src/base/json.js';
import { endpointAt } from '../../src/sources/http/paths.js';
import { readContext } from '../support/read-context.js';
import { environments, REGION, resources, statementsOf } from './resources-given.js';
import { EVERYTHING } from './stack.js';

const mayReadSecret = (given: object, role: string): boolean =>
  JSON.stringify(statementsOf(given, role)).includes('secretsmanager:GetSecretValue');

describe('the secret', () => {
  test.each([
    ['token', true],
    ['iam', false],
    ['off', false],
  ])('the secret: with http %s it is notify’s to read: %s', (http, isNeeded) => {
    expect(mayReadSecret({ http }, 'NotifyRole')).toBe(isNeeded);
    expect('ROBOT_SECRET_ID' in environments({ http }).notify).toBe(isNeeded);
    expect(mayReadSecret({ http }, 'DeliverRole')).toBe(true);
    expect(environments({ http }).deliver).toMatchObject({ ROBOT_SECRET_ID: 'wecomrobot/robots' });
  });

  test('the secret: with tokens in another one, notify reads that and deliver the robots’, and neither the other’s', () => {
    const given = { http: 'token', secretId: 'chat/robots', tokensSecretId: 'chat/tokens' };
    const read = (role: string) =>
      statementsOf(given, role)
        .filter((one) => arrayAt(one, 'Action').includes('secretsmanager:GetSecretValue'))
        .map((one) => textAt(one, 'Resource', 'Fn::Sub')?.replace(/^.*:/, ''));
    expect(read('NotifyRole')).toEqual(['chat/tokens-??????']);
    expect(read('DeliverRole')).toEqual(['chat/robots-??????']);
    const { notify, deliver } = environments(given);
    expect(notify).toMatchObject({ TOKENS_SECRET_ID: 'chat/tokens' });
    expect(deliver).toMatchObject({ ROBOT_SECRET_ID: 'chat/robots' });
    expect(['ROBOT_SECRET_ID' in notify, 'TOKENS_SECRET_ID' in deliver]).toEqual([false, false]);
  });

  test.each(['iam', 'off'])('the secret: with http %s nobody may read the tokens’', (http) => {
    const given = {
      http,
      tokensSecretId: 'chat/tokens',
      tokensSecretKmsKeyArn: 'arn:aws:kms:ap-southeast-1:111122223333:key/2',
    };
    expect(JSON.stringify([resources(given), environments(given)])).not.toMatch(/chat\/tokens|key\/2/);
  });

  test('the secret: each one’s key may be used only by the function that reads it', () => {
    const [robots, tokens] = [1, 2].map((id) => `arn:aws:kms:ap-southeast-1:111122223333:key/${id}`);
    const given = {
      http: 'token',
      tokensSecretId: 'chat/tokens',
      secretKmsKeyArn: robots,
      tokensSecretKmsKeyArn: tokens,
    };
    const keys = (role: string) =>
      statementsOf(given, role).flatMap((one) =>
        arrayAt(one, 'Action').includes('kms:Decrypt') ? [textAt(one, 'Resource')] : [],
      );
    expect([keys('NotifyRole'), keys('DeliverRole')]).toEqual([[tokens], [robots]]);
  });

  test('the secret: a name stands for its ARN with the six characters that Secrets Manager adds', () => {
    expect(statementsOf({ secretId: 'chat/robots' }, 'DeliverRole')).toContainEqual({
      Effect: 'Allow',
      Action: ['secretsmanager:GetSecretValue'],
      Resource: {
        'Fn::Sub': 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:chat/robots-??????',
      },
    });
  });

  test('the secret: its own key may be used by way of Secrets Manager only', () => {
    const secretKmsKeyArn = 'arn:aws:kms:ap-southeast-1:111122223333:key/1';
    const decrypt = (given: object) =>
      statementsOf(given, 'DeliverRole').filter((one) => arrayAt(one, 'Action').includes('kms:Decrypt'));
    expect(decrypt({})).toEqual([]);
    expect(decrypt({ secretKmsKeyArn })).toEqual([
      expect.objectContaining({
        Resource: secretKmsKeyArn,
        Condition: { StringEquals: { 'kms:ViaService': expect.anything() } },
      }),
    ]);
  });
});

describe('subscriptions to topics', () => {
  const topicsOf = (topicArns: readonly string[]) =>
    Object.entries(resources({ topicArns }))
      .filter(([, { Type }]) => Type === 'AWS::SNS::Subscription')
      .map(([id, { Properties }]) => [id, textAt(Properties, 'TopicArn')] as const);

  test('subscriptions to topics: each keeps its logical id when another is removed or moved, or it would be removed', () => {
    const [one, two, three] = ['shop', 'shop-eu', 'shop_eu'].map(
      (name) => `arn:aws:sns:${REGION}:111122223333:${name}`,
    );
    const before = new Map(topicsOf([one ?? '', two ?? '', three ?? '']));
    expect(before.size).toBe(4);
    for (const [id, topic] of topicsOf([three ?? '', two ?? ''])) expect(before.get(id)).toBe(topic);
  });
});

describe('the roles', () => {
  test('the roles: notify fills the queue, deliver drains it, sends on and parks', () => {
    const queuesOf = (role: string): readonly unknown[] =>
      statementsOf({ http: 'off' }, role).flatMap((one) =>
        arrayAt(one, 'Action')
          .filter((action) => String(action).startsWith('sqs:'))
          .map((action) => `${String(action)} ${textAt(one, 'Resource', 'Fn::GetAtt', 0)}`),
      );
    expect(queuesOf('NotifyRole')).toEqual(['sqs:SendMessage Queue', 'sqs:GetQueueAttributes DeadLetterQueue']);
    expect(queuesOf('DeliverRole')).toEqual([
      'sqs:ReceiveMessage Queue',
      'sqs:DeleteMessage Queue',
      'sqs:ChangeMessageVisibility Queue',
      'sqs:GetQueueAttributes Queue',
      'sqs:SendMessage Queue',
      'sqs:SendMessage DeadLetterQueue',
    ]);
  });
});

describe('the events that notify fails with', () => {
  const { FailedEventBucket, NotifyInvokeConfig } = resources();

  test('the events that notify fails with: go to a bucket, not to SQS, which may be why', () => {
    expect(objectAt(NotifyInvokeConfig, 'Properties', 'DestinationConfig')).toEqual({
      OnFailure: { Destination: { 'Fn::GetAtt': ['FailedEventBucket', 'Arn'] } },
    });
  });

  test('the events that notify fails with: are written by notify’s role alone, and only to this account’s bucket', () => {
    const onBucket = (role: string) =>
      statementsOf({}, role).filter((one) => JSON.stringify(one).includes('FailedEventBucket'));
    expect(onBucket('NotifyRole')).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:ListBucket'],
        Resource: [{ 'Fn::GetAtt': ['FailedEventBucket', 'Arn'] }, { 'Fn::Sub': '${FailedEventBucket.Arn}/*' }],
        Condition: { StringEquals: { 's3:ResourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
    expect(onBucket('DeliverRole')).toEqual([]);
  });

  test('the events that notify fails with: are told within 15 minutes, by a metric that the bucket writes', () => {
    const { Properties } = resources()['KeptEventsAlarm'] ?? {};
    expect(Properties).toMatchObject({ Namespace: 'AWS/S3', MetricName: 'PutRequests', Period: 300 });
    expect(Properties).toMatchObject({ Threshold: 0, EvaluationPeriods: 3, DatapointsToAlarm: 1 });
    const [configured] = arrayAt(FailedEventBucket, 'Properties', 'MetricsConfigurations');
    expect(arrayAt(Properties, 'Dimensions')).toContainEqual({ Name: 'FilterId', Value: textAt(configured, 'Id') });
  });
});

describe('the roles’ boundary and path', () => {
  test('the roles’ boundary and path: are those of the settings, for both', () => {
    const { permissionsBoundary, rolePath } = EVERYTHING;
    for (const role of ['NotifyRole', 'DeliverRole']) {
      expect(resources(EVERYTHING)[role]?.Properties).toMatchObject({
        PermissionsBoundary: permissionsBoundary,
        Path: rolePath,
      });
      expect(Object.keys(resources()[role]?.Properties ?? {})).toEqual(['AssumeRolePolicyDocument', 'Policies']);
    }
  });
});

describe('a VPC', () => {
  test.each([
    [false, 0],
    [true, 1],
  ])('a VPC: in one (%s), both roles have AWS’s policy for network interfaces', (inVpc, count) => {
    const { NotifyRole, DeliverRole } = resourcesOf(readSettings({}, REGION), REGION, inVpc);
    for (const role of [NotifyRole, DeliverRole]) {
      expect(arrayAt(role, 'Properties', 'ManagedPolicyArns')).toHaveLength(count);
    }
  });
});

describe('the HTTPS door', () => {
  test.each([
    ['token', 'NONE'],
    ['iam', 'AWS_IAM'],
  ])('the HTTPS door: with http %s a request needs %s', (http, AuthorizationType) => {
    expect(resources({ http })['HttpApiRoute']?.Properties).toMatchObject({ RouteKey: '$default', AuthorizationType });
    expect(outputsOf(readSettings({ http }, REGION))).toHaveProperty('Url');
  });

  test('the HTTPS door: off, there is none', () => {
    expect(Object.keys(resources({ http: 'off' })).filter((id) => id.startsWith('Http'))).toEqual([]);
    expect(outputsOf(readSettings({ http: 'off' }, REGION))).not.toHaveProperty('Url');
  });

  test('the HTTPS door: takes 200 requests a second, 1,000 at once, and logs of each only its route', () => {
    const stage = resources({ http: 'token' })['HttpApiStage'];
    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 1000 },
    });
    expect(textAt(stage, 'Properties', 'AccessLogSettings', 'Format')).toContain('"route":"$context.routeKey"');
  });

  test.each(ROUTE_KEYS)('the HTTPS door: %s is a route that the function answers', async (key) => {
    const [method = '', path = ''] = key.replace(/\{.*\}/, 'x').split(' ');
    const request = { kind: 'http-api', method, path, multiValueHeaders: false } as const;
    const event = { headers: new Map(), query: new URLSearchParams(), body: { text: '', base64: false } };
    const { reply } = await endpointAt(path, method)({ ...request, ...event }, { ...readContext(), envelopes: [] });
    expect([404, 405]).not.toContain(reply([]).httpStatus);
  });
});

describe('the queues', () => {
  test.each([
    ['ap-southeast-1', 1_048_576],
    ['cn-northwest-1', 262_144],
  ])('the queues: in %s a message holds %i bytes, and notify knows it', (region, bytes) => {
    const queues = Object.values(resources({}, region)).filter(({ Type }) => Type === 'AWS::SQS::Queue');
    expect(queues.map(({ Properties }) => Properties['MaximumMessageSize'])).toEqual([bytes, bytes, bytes]);
    expect(environments({}, region).notify).toMatchObject({ QUEUE_MAX_BYTES: String(bytes) });
  });
});

describe('its own alarms', () => {
  const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
  test.each([
    ['nobody', {}, []],
    ['nobody on purpose', { opsEmail: 'none' }, []],
    ['an e-mail address', { opsEmail: 'ops@example.com' }, [{ Ref: 'OpsTopic' }]],
    ['a topic', { opsTopicArn: TOPIC }, [TOPIC]],
  ])('its own alarms: tell %s', (_, given, told) => {
    const alarms = Object.values(resources(given)).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
    expect(
      alarms.map(
        ({ Properties }) => textAt(Properties, 'MetricName') ?? textAt(Properties, 'Metrics', 1, 'Expression'),
      ),
    ).toEqual([
      'Errors',
      'Throttles',
      'Errors',
      'Throttles',
      'parked',
      'ApproximateNumberOfMessagesVisible',
      'PutRequests',
      'DestinationDeliveryFailures',
      'waitingSeconds',
      'unconfirmed',
      'delaySeconds',
      'ticksLost',
      'AsyncEventsDropped',
      'FILL(m1, 0)',
    ]);
    for (const { Properties } of alarms) expect(Properties).toMatchObject({ AlarmActions: told, OKActions: told });
    expect('OpsTopic' in resources(given)).toBe(told.some((one) => typeof one === 'object'));
    expect(outputsOf(readSettings(given, REGION))['OpsTopicArn']?.Value).toEqual(told[0] ?? 'none');
  });
});

describe('the environment', () => {
  test('the environment: is tried with every setting but the one that another excludes', () => {
    expect([...Object.keys(EVERYTHING), 'opsTopicArn'].sort()).toEqual(Object.keys(RULES).sort());
  });

  test('the environment: is what the function itself reads', () => {
    const { notify, deliver } = environments(EVERYTHING);
    const textsOf = (variables: object) =>
      Object.fromEntries(Object.entries(variables).filter(([, value]) => typeof value === 'string'));
    expect(readConfig(textsOf(notify))).toMatchObject({
      language: 'en',
      timeZone: 'UTC',
      format: 'markdown',
      mentionOnAlarm: { all: true },
      accountNames: new Map([
        ['111122223333', '生产'],
        ['444455556666', '测试'],
      ]),
    });
    expect(readConfig(textsOf(deliver))).toMatchObject({
      robotSecretId: EVERYTHING['secretId'],
      language: 'en',
      silentAfterMinutes: 30,
      minIntervalMs: 6000,
      wecomBaseUrl: 'https://wecom.example.com',
    });
  });

  test('the environment: with nothing set it says what the function does by itself', () => {
    const { notify, deliver } = environments();
    const own = (variables: object) => ROWS.flatMap(([, { env }]) => (env && env in variables ? [env] : []));
    for (const variables of [notify, deliver]) {
      const settings = Object.fromEntries(own(variables).map((name) => [name, textAt(variables, name)]));
      expect(readConfig(settings)).toEqual({ ...readConfig({}), robotSecretId: 'wecomrobot/robots' });
    }
  });

  test('the environment: every variable that the function reads is a setting, or known to the stack or Lambda', () => {
    const read = new Set<string>();
    readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
    const settings = ROWS.flatMap(([, { env }]) => env ?? []);
    const everything = environments({ tagLookUps: 'on', ack: 'link', http: 'token' });
    const given = Object.values(everything).flatMap((variables) => Object.keys(variables));
    expect(new Set([...settings, ...given, 'AWS_REGION', 'AWS_DEFAULT_REGION'])).toEqual(read);
  });

  test.each([
    ['token', ['ROBOT_SECRET_ID', 'WECOM_BASE_URL']],
    ['iam', []],
    ['off', []],
  ])('the environment: with http %s notify gets of what is needed to read the secret: %j', (http, expected) => {
    const names = Object.keys(environments({ http }).notify);
    expect(names.filter((name) => ['ROBOT_SECRET_ID', 'WECOM_BASE_URL'].includes(name))).toEqual(expected);
  });

  test('the environment: fits the 4 KB that Lambda gives it, with the longest names of accounts', () => {
    const ids = Array.from({ length: 90 }, (_, index) => String(100_000_000_000 + index));
    const accountNames = Object.fromEntries(ids.map((id) => [id, '名字四字']));
    const { notify } = environments({ accountNames });
    expect(Buffer.byteLength(JSON.stringify(notify))).toBeLessThan(4096);
    expect(objectAt(environments().notify)).not.toHaveProperty('ACCOUNT_NAMES');
  });
});
