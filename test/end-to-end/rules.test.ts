import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundleFunction } from '../../scripts/build.js';
import { parseObject } from '../../src/base/json.js';
import { builtBundle, type DeployedFunction, startDeployedFunction } from './deployed-function.js';
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
  deployed = await startDeployedFunction({ LAYER: folder, BUNDLE: await builtBundle() }, WITH_LAYER);
}

/** Lets an alarm go through, and returns the robots that showed it. */
async function robotsOf(name: string): Promise<readonly string[]> {
  await deployed.invoke(alarmEvent(name));
  return deployed.wecom.shown.map(({ robot }) => robot);
}

test('rules: those beside the bundle decide', async () => {
  const file = join(folder, 'routes.yml');
  await writeFile(file, 'rules: { name: 数据库, robots: dba }');
  const { bundle } = await bundleFunction(join(folder, 'function'), file);
  deployed = await startDeployedFunction({}, bundle);
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
