import { createServer } from 'node:http';
import { checkRules } from '../../../../deploy/check-rules.js';
import { environmentsOf } from '../../../../deploy/environments.js';
import { checkDeployable } from '../../../../deploy/ops-address.js';
import { checkOtherStages } from '../../../../deploy/other-stages.js';
import { NO_REGION } from '../../../../deploy/profile-region.js';
import { readSettings } from '../../../../deploy/read-settings.js';
import { checkTimeouts } from '../../../../deploy/timeouts.js';
import { closeServer, listenOnLoopback } from '../../../../local/net/loopback-server.js';
import type { PACKAGING } from '../../../../scripts/errors-page/packaging.js';
import { type Provocations, REGION } from './provoke.js';

const topic = (region: string, name = 'alarms'): string => `arn:aws:sns:${region}:111122223333:${name}`;

const settings =
  (given: unknown, region = REGION) =>
  () =>
    readSettings(given, region);

/** Looks for other stages while EventBridge answers this. Resolves to the warning. */
async function lookFor(status: number, answer: string): Promise<string | undefined> {
  const server = createServer((request, response) => {
    if (request.headers['x-amz-target'] === 'AWSEvents.ListRules') {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(answer);
      return;
    }
    const error = '<Error><Code>ValidationError</Code><Message>no such stack</Message></Error>';
    response.writeHead(400, { 'content-type': 'text/xml' }).end(`<ErrorResponse>${error}</ErrorResponse>`);
  });
  const endpoint = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const warnings: string[] = [];
  try {
    await checkOtherStages({
      settings: { notificationRule: '' },
      stack: 'wecomrobot-test',
      config: { endpoint, region: REGION, credentials, maxAttempts: 1 },
      warn: (line) => warnings.push(line),
    });
  } finally {
    await closeServer(server);
  }
  return warnings[0];
}

const OTHER_RULE = {
  Name: 'wecomrobot-prod-NotificationRule-A',
  EventPattern: '{"detail-type":["WeCom Notification"]}',
};
const DENIED = '{"__type":"AccessDeniedException","message":"not authorized"}';

/** The framework's file of AWS: its errors need a deployment. */
const FRAMEWORK = 'node_modules/serverless/lib/plugins/aws/provider.js';

/** A way to each error of packaging and deploying. */
export const deploying: Provocations<typeof PACKAGING> = {
  settingName: settings({ opsEmial: 'a@example.com' }),
  settingValue: settings({ format: 'html' }),
  settingRule: settings({ timeZone: 'CST+8' }),
  settingsMap: settings('format: text'),
  settingList: settings({ eventPatterns: ['ec2'] }),
  opsTwice: settings({ opsEmail: 'a@example.com', opsTopicArn: topic(REGION) }),
  opsOfItself: settings({ opsTopicArn: topic(REGION), topicArns: [topic(REGION)] }),
  topicPartition: settings({ topicArns: [topic(REGION)] }, 'cn-north-1'),
  boundaryPartition: settings({ permissionsBoundary: 'arn:aws:iam::111122223333:policy/limits' }, 'cn-north-1'),
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
  timeoutLong: () => checkTimeouts({ functions: { deliver: { timeout: 900 } } }, { minIntervalMs: 3400 }),
  otherStage: () => lookFor(200, JSON.stringify({ Rules: [OTHER_RULE] })),
  otherStageUnseen: () => lookFor(400, DENIED),
  noOps: () => checkDeployable({ opsEmail: '', opsTopicArn: '' }),
  noRegion: () => NO_REGION,
  deployNobody: () =>
    checkOtherStages({
      settings: { notificationRule: '' },
      stack: 'wecomrobot-test',
      config: {
        region: REGION,
        credentials: () => Promise.reject(Object.assign(new Error('none'), { code: 'AWS_CREDENTIALS_NOT_FOUND' })),
      },
      warn: () => undefined,
    }),
  frameworkNobody: { file: FRAMEWORK, words: 'AWS provider credentials not found. Learn how to set up AWS provider ' },
  frameworkProfile: { file: FRAMEWORK, words: "doesn't seem to be configured" },
};
