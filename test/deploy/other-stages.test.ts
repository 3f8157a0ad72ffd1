import { createServer } from 'node:http';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkOtherStages } from '../../deploy/other-stages.js';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';
import { parseObject } from '../../src/base/json.js';

const PATTERN = '{"detail-type":["WeCom Notification"]}';
const rule = (Name: string, State = 'ENABLED', EventPattern = PATTERN) => ({ Name, State, EventPattern });
const OWN = rule('wecomrobot-test-NotificationRule-AAAA');
const OTHER = rule('wecomrobot-prod-NotificationRule-BBBB');

/** What EventBridge and CloudFormation answer, the first in pages of one rule. */
let rules: readonly object[] = [];
let isDenied = false;
const server = createServer(async (request, response) => {
  const body = (await readBody(request)).toString('utf8');
  if (isDenied) {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end('{"__type":"AccessDeniedException","message":"not authorized"}');
  } else if (request.headers['x-amz-target'] === 'AWSEvents.ListRules') {
    const from = Number(parseObject(body)?.['NextToken'] ?? 0);
    const isMore = from + 1 < rules.length;
    response.end(
      JSON.stringify({ Rules: rules.slice(from, from + 1), ...(isMore && { NextToken: String(from + 1) }) }),
    );
  } else if (body.includes('StackName=wecomrobot-test')) {
    response.end(
      `<DescribeStackResourceResponse><DescribeStackResourceResult><StackResourceDetail><PhysicalResourceId>${OWN.Name}</PhysicalResourceId></StackResourceDetail></DescribeStackResourceResult></DescribeStackResourceResponse>`,
    );
  } else {
    response.writeHead(400, { 'content-type': 'text/xml' });
    response.end(
      '<ErrorResponse><Error><Code>ValidationError</Code><Message>no such stack</Message></Error></ErrorResponse>',
    );
  }
});
const endpoint = `http://127.0.0.1:${await listenOnLoopback(server)}`;
afterAll(() => closeServer(server));
beforeEach(() => {
  rules = [];
  isDenied = false;
});

const LOCAL = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Checks a stage. Resolves to the warnings. */
async function check(
  stage: string,
  notificationRule: '' | 'on' | 'off' = '',
  credentials: () => Promise<typeof LOCAL> = async () => LOCAL,
): Promise<readonly string[]> {
  const warnings: string[] = [];
  await checkOtherStages({
    settings: { notificationRule },
    stack: `wecomrobot-${stage}`,
    config: {
      endpoint,
      region: 'ap-southeast-1',
      credentials,
      maxAttempts: 1,
    },
    warn: (line) => warnings.push(line),
  });
  return warnings;
}

describe('checkOtherStages', () => {
  test.each([
    ['the first stage', 'prod', []],
    ['a stage that is deployed again', 'test', [OWN]],
    [
      'a stage besides one that shows no such events',
      'new',
      [rule('wecomrobot-prod-HeartbeatRule-CCCC', 'ENABLED', '')],
    ],
    ['a stage besides one whose rule is switched off', 'new', [rule(OTHER.Name, 'DISABLED')]],
  ])('checkOtherStages: %s may be deployed', async (_, stage, found) => {
    rules = found;
    expect(await check(stage)).toEqual([]);
  });

  test.each([
    ['test', [OWN, OTHER]],
    ['new', [OTHER]],
  ])('checkOtherStages: the stage %s would show every event a second time', async (stage, found) => {
    rules = found;
    await expect(check(stage)).rejects.toThrow(
      `Cannot deploy as the rule ${OTHER.Name} of another stage shows the events of applications already: set notificationRule to off`,
    );
  });

  test.each(['on', 'off'] as const)(
    'checkOtherStages: notificationRule %s says what is meant',
    async (notificationRule) => {
      rules = [OTHER];
      expect(await check('new', notificationRule)).toEqual([]);
    },
  );

  test.each([{ code: 'AWS_CREDENTIALS_NOT_FOUND' }, { name: 'CredentialsProviderError' }])(
    'checkOtherStages: without credentials, as %j has it, it says how to sign in',
    async (words) => {
      const nobody = Object.assign(new Error('no credentials'), words);
      await expect(check('new', '', () => Promise.reject(nobody))).rejects.toThrow(
        'Cannot deploy as there are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with --aws-profile',
      );
    },
  );

  test('checkOtherStages: who may not look is warned', async () => {
    isDenied = true;
    expect(await check('new')).toEqual([
      'Cannot see if another stage shows the events of applications already, as AWS answered not authorized',
    ]);
  });
});
