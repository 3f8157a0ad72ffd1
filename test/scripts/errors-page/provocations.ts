import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRules } from '../../../deploy/check-rules.js';
import { environmentsOf } from '../../../deploy/environments.js';
import { NO_REGION } from '../../../deploy/profile-region.js';
import { checkDeployable, readSettings } from '../../../deploy/settings.js';
import { checkTimeouts } from '../../../deploy/timeouts.js';
import { SAMPLE_TOKEN, sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { adviceOn } from '../../../scripts/aws/advice.js';
import { pingFunction } from '../../../scripts/aws/ping-function.js';
import { readStackOutputs } from '../../../scripts/aws/stack-outputs.js';
import { takeAlarm } from '../../../scripts/aws/take-alarm.js';
import type { ErrorId } from '../../../scripts/errors-page/rows.js';
import { readRoutes } from '../../../scripts/routes-file/read-routes.js';
import { createSecretStore } from '../../../scripts/secret-setup/secret-store.js';
import { setUpSecret } from '../../../scripts/secret-setup/set-up-secret.js';
import type { DeliveryResult } from '../../../src/domain/delivery.js';
import { createReadSecret } from '../../../src/secrets/read-secret.js';
import { parseRobotSecret } from '../../../src/secrets/robot-secret.js';
import type { PostResult } from '../../../src/wecom/post/transport.js';
import { URL as DOOR, type Run, type } from '../../cli/type-command.js';

const [KEY, OTHER] = [sampleKey(1), sampleKey(2)];
const REGION = 'ap-southeast-1';
const topic = (region: string, name = 'alarms'): string => `arn:aws:sns:${region}:111122223333:${name}`;

/** Provokes an error, and returns its words. */
export type Provoke = (door: Door) => unknown;

/** A door of the built function on this machine: posts a body, and resolves to its status and text. */
export type Door = (request: {
  readonly path?: string;
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}) => Promise<string>;

const settings =
  (given: object, region = REGION) =>
  () =>
    readSettings(given, region);

function routes(text: string): () => unknown {
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'wecomrobot-errors-'));
    try {
      writeFileSync(join(folder, 'routes.yml'), text);
      return readRoutes(join(folder, 'routes.yml'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

const refusing = (name: string, message = 'no') => ({
  send: () => Promise.reject(Object.assign(new Error(message), { name })),
});

const OPTIONS = {
  ...{ secretId: 'wecomrobot/robots', baseUrl: 'https://qyapi.weixin.qq.com', wantsToken: false },
  ...{ replace: false, test: false, token: false, dryRun: false },
};

/** Pipes something into `npm run secret`. */
function piped(from: string, before?: string, answer?: DeliveryResult): () => Promise<void> {
  const store = { read: async () => before, create: async () => 'arn', update: async () => 'arn' };
  const send = async (): Promise<DeliveryResult> => answer ?? { status: 'delivered', messages: 1 };
  return () => setUpSecret({ ...OPTIONS, test: answer !== undefined }, { from, store, send, print: () => undefined });
}

const secretOfAws = (name: string) => () => createSecretStore(refusing(name), 'wecomrobot/robots').read();
const secretOfFunction = (name: string) => createReadSecret(() => refusing(name), 'wecomrobot/robots', REGION);

/** Types a command, and returns what it complains of. */
const command =
  (argv: readonly string[], run: Run = { env: { WECOM_ROBOT_KEY: KEY } }): Provoke =>
  async () =>
    (await type([...argv, '--language', 'en'], run)).complained.join('\n');

const wecom = (errcode: number): PostResult => ({
  kind: 'reply',
  httpStatus: 200,
  body: JSON.stringify({ errcode, errmsg: '' }),
});
const answered = (errcode: number) => command(['push', 'a'], { env: { WECOM_ROBOT_KEY: KEY }, wecom: wecom(errcode) });

const CLOUDWATCH_ALARM = {
  AlarmName: 'web',
  AlarmArn: `arn:aws:cloudwatch:${REGION}:111122223333:alarm:web`,
  StateValue: 'OK',
  StateUpdatedTimestamp: new Date(0),
};
const take = (answer: object) => async () => {
  const client = { send: async () => answer };
  const wish = { kind: 'take', who: '李雷' } as const;
  return (await takeAlarm(client, 'web', wish, { now: 0, timeZone: 'Asia/Shanghai' })).line;
};

const ROTA = "rotas: { x: { people: [a], every: day, start: '2026-11-02' } }\n";

/** A way to each error of the table. */
export const PROVOCATIONS: Readonly<Record<ErrorId, Provoke>> = {
  settingName: settings({ opsEmial: 'a@example.com' }),
  settingValue: settings({ format: 'html' }),
  settingList: settings({ eventPatterns: ['ec2'] }),
  opsTwice: settings({ opsEmail: 'a@example.com', opsTopicArn: topic(REGION) }),
  opsOfItself: settings({ opsTopicArn: topic(REGION), topicArns: [topic(REGION)] }),
  topicPartition: settings({ topicArns: [topic(REGION)] }, 'cn-north-1'),
  topicOptIn: settings({ topicArns: [topic('us-east-1')] }, 'ap-east-1'),
  otherRegion: settings({ secretKmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/abc' }),
  sameSecret: settings({ tokensSecretId: 'wecomrobot/robots' }),
  tooManyTopics: settings({
    trustedAccountIds: Array.from({ length: 60 }, (_, index) => String(100_000_000_000 + index)),
  }),
  ackLink: settings({ ack: 'link', http: 'iam' }),
  summaryOff: () => checkRules({ reminders: false }, { summary: [{}] }),
  variables: () => {
    const names = Array.from({ length: 70 }, (_, index) => topic(REGION, `a-topic-with-quite-a-long-name-${index}`));
    return environmentsOf(readSettings({ topicArns: names }, REGION), REGION);
  },
  timeout: () => checkTimeouts({ functions: { deliver: { timeout: 5 } } }, { minIntervalMs: 3400 }),
  noOps: () => checkDeployable({ opsEmail: '', opsTopicArn: '' }),
  noRegion: () => NO_REGION,
  rulesYaml: routes('rules: ['),
  rulesKey: routes('rules:\n  - robot: [dba]'),
  rulesRobotKey: routes(`rules:\n  - robots: [${KEY}]`),
  rulesDrop: routes('rules:\n  - drop: true\n    robots: [dba]'),
  rulesRota: routes(`${ROTA}rules:\n  - rota: y`),
  rulesStep: routes('rules:\n  - remind: [{ after: 15 }]'),
  rulesTime: routes('rules:\n  - quiet: {}'),
  secretEmptyInput: piped(''),
  secretNotAKey: piped('hello'),
  secretOtherHost: piped('https://example.com/?key=1'),
  secretNoKeyInUrl: piped('https://qyapi.weixin.qq.com/cgi-bin/webhook/send'),
  secretReplace: piped(OTHER, `{"default":"${KEY}"}`),
  secretBroken: piped(KEY, '{"default":'),
  secretNoDefault: piped(`{"robots":{"a":"${KEY}","b":"${OTHER}"}}`),
  secretRefused: piped(KEY, undefined, {
    status: 'refused',
    code: { kind: 'wecom', value: 93000 },
    reason: 'the key is wrong',
  }),
  awsNobody: secretOfAws('CredentialsProviderError'),
  awsExpired: secretOfAws('ExpiredTokenException'),
  awsUnknown: secretOfAws('UnrecognizedClientException'),
  awsDenied: secretOfAws('AccessDeniedException'),
  awsUnreachable: () => `Cannot replay as ${adviceOn(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))}`,
  secretDeleted: secretOfAws('InvalidRequestException'),
  pingNotThere: async () =>
    (await pingFunction(refusing('ResourceNotFoundException'), 'wecomrobot-dev-deliver', undefined)).line,
  stackNotThere: () => readStackOutputs(refusing('ValidationError'), 'wecomrobot-dev', ['QueueUrl']),
  stackOld: () => readStackOutputs({ send: async () => ({ Stacks: [] }) } as never, 'wecomrobot-dev', ['QueueUrl']),
  ackNotThere: take({}),
  ackOk: take({ MetricAlarms: [CLOUDWATCH_ALARM] }),
  functionSecretMissing: secretOfFunction('ResourceNotFoundException'),
  functionSecretDenied: secretOfFunction('AccessDeniedException'),
  functionSecretKms: secretOfFunction('DecryptionFailure'),
  functionNoDefault: () => parseRobotSecret('{"a":"x","b":"y"}', 'wecomrobot/robots', 'https://qyapi.weixin.qq.com'),
  doorToken: (door) => door({ token: 'wrong', body: '{"push_message":"a"}' }),
  doorPath: (door) => door({ path: '/pusch' }),
  doorMethod: (door) => door({ method: 'DELETE' }),
  doorMobile: (door) => door({ body: '{"push_message":"a","at_mobiles":"123"}' }),
  doorAll: (door) => door({ body: '{"push_message":"a","is_at_all":"maybe"}' }),
  doorFormat: (door) => door({ body: '{"push_message":"a","format":"html"}' }),
  doorRobot: (door) => door({ body: '{"push_message":"a","robot":"nobody"}' }),
  doorEmpty: (door) => door({ body: '{"push_message":""}' }),
  doorLong: (door) => door({ body: JSON.stringify({ push_message: '长'.repeat(9000) }) }),
  doorBytes: (door) => door({ body: 'x'.repeat(300 * 1024) }),
  doorEncoding: (door) => door({ headers: { 'content-encoding': 'br2' }, body: 'x' }),
  doorRefused: (door) => door({ body: '{"push_message":"a","robot":"gone"}' }),
  commandNone: command([]),
  commandOption: command(['push', 'a', '--colour']),
  commandMessages: command(['push', 'a', 'b']),
  commandNoMessage: command(['push']),
  commandNoKey: command(['push', 'a'], {}),
  commandKey: command(['push', 'a'], { env: { WECOM_ROBOT_KEY: 'x' } }),
  commandNoToken: command(['push', 'a', '--url', DOOR], {}),
  commandDoor: command(['push', 'a', '--url', 'http://robot.example.com/push'], { env: { WECOM_TOKEN: 't' } }),
  commandRobot: command(['push', 'a', '--robot', 'dba']),
  commandMobile: command(['push', 'a', '--at', 'wang']),
  commandUnreachable: command(['push', 'a', '--url', DOOR], {
    env: { WECOM_TOKEN: 't' },
    fetch: () => Promise.reject(Object.assign(new Error('x'), { cause: { code: 'ENOTFOUND' } })),
  }),
  wecom93000: answered(93000),
  wecom93004: answered(93004),
  wecom93008: answered(93008),
  wecom40058: answered(40058),
  wecom44004: answered(44004),
  wecom40008: answered(40008),
};

export { SAMPLE_TOKEN };
