import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { functionFile } from '../../local/lambda/function-file.js';
import { bundleFunction } from '../../scripts/build.js';
import { parseObject } from '../../src/base/json.js';
import { builtFolder, type DeployedFunction, startDeployedFunction } from './deployed-function.js';
import { alarmEvent } from './lambda-events.js';

const WITH_LAYER = fileURLToPath(new URL('../support/with-layer.mjs', import.meta.url));
const TO_DBA = '{"rules":[{"name":"数据库","match":{},"robots":["dba"]}],"accounts":{}}';

let folder: string;
let deployed: DeployedFunction;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-rules-'));
});
afterEach(() => deployed.close());
afterAll(() => rm(folder, { recursive: true }));

/** Starts the function with a layer that holds these rules. */
async function startWithLayer(rules: string): Promise<void> {
  await mkdir(join(folder, 'wecomrobot'), { recursive: true });
  await writeFile(join(folder, 'wecomrobot/routes.json'), rules);
  deployed = await startDeployedFunction(
    { LAYER: folder, BUNDLE: functionFile(await builtFolder(), 'direct') },
    WITH_LAYER,
  );
}

/** Starts it beside a CloudWatch in which alarms have tags, with a rule about them. */
async function startWithTags(): Promise<CloudWatchEndpoint> {
  const cloudWatch = await startCloudWatch('ap-southeast-1:111122223333');
  await mkdir(join(folder, 'wecomrobot'), { recursive: true });
  const rule = { name: 'dba', match: { tags: { team: ['dba'] } }, robots: ['dba'] };
  await writeFile(join(folder, 'wecomrobot/routes.json'), JSON.stringify({ rules: [rule], accounts: {} }));
  const env = {
    LAYER: folder,
    BUNDLE: functionFile(await builtFolder(), 'direct'),
    AWS_REGION: 'ap-southeast-1',
    TAG_REGIONS: 'ap-southeast-1',
    AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint,
    PATIENCE: '20',
  };
  deployed = await startDeployedFunction(env, WITH_LAYER);
  return cloudWatch;
}

/** Lets an alarm go through, and returns the robots that showed it. */
async function robotsOf(name: string): Promise<readonly string[]> {
  await deployed.invoke(alarmEvent(name));
  return deployed.wecom.shown.map(({ robot }) => robot);
}

test('rules: those beside the bundle decide', async () => {
  const file = join(folder, 'routes.yml');
  await writeFile(file, 'rules: { name: 数据库, robots: dba }');
  await bundleFunction(join(folder, 'function'), file);
  deployed = await startDeployedFunction({}, join(folder, 'function/direct.mjs'));
  expect(await robotsOf('包里的规则')).toEqual(['dba']);
});

test('rules: those of a layer decide, whatever is packaged', async () => {
  await startWithLayer(TO_DBA);
  expect(await robotsOf('层里的规则')).toEqual(['dba']);
});

test('rules: a layer that cannot be used is an error line, and the default robot shows the message', async () => {
  await startWithLayer(TO_DBA.slice(1));
  expect(await robotsOf('坏的规则')).toEqual(['default']);
  expect(deployed.lines.map(parseObject)).toContainEqual(
    expect.objectContaining({ level: 'ERROR', message: 'rules not used', file: '/opt/wecomrobot/routes.json' }),
  );
});

test('rules: tags that an alarm does not send are looked up once, and without an answer it goes as one without tags', async () => {
  const cloudWatch = await startWithTags();
  try {
    for (const name of ['订单库', '支付网关']) cloudWatch.alarms.put('MetricAlarm', { AlarmName: name });
    cloudWatch.alarms.tag('arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:订单库', { team: 'dba' });
    expect(await robotsOf('订单库')).toEqual(['dba']);
    expect(await robotsOf('支付网关')).toEqual(['dba', 'default']);
    expect(cloudWatch.requests.map(({ operation }) => operation)).toEqual(Array(2).fill('ListTagsForResource'));
    cloudWatch.faults.keep({ kind: 'AccessDeniedException' });
    expect(await robotsOf('没有权限')).toEqual(['dba', 'default', 'default']);
    const lines = deployed.lines.map(parseObject).filter((line) => line?.['message'] === 'tags not looked up');
    expect(lines).toHaveLength(1);
  } finally {
    await cloudWatch.close();
  }
});
