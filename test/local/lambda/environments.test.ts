import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startLambdaProcess } from '../../../local/lambda/process.js';
import { IN_TIME } from '../../support/in-time.js';

const ENVIRONMENTS = fileURLToPath(new URL('../../../local/lambda/environments.mjs', import.meta.url));
const BUNDLE = `
const secretId = process.env.ROBOT_SECRET_ID;
let calls = 0;
export const handler = async (event) => ({ secretId, event, calls: ++calls });
`;

test('lambda-environments: each secret has the bundle as a module of its own, imported with that secret set', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wecomrobot-test-'));
  const file = join(folder, 'bundle.mjs');
  await writeFile(file, BUNDLE);
  const lambda = await startLambdaProcess({ bundle: ENVIRONMENTS, env: { BUNDLE_FILE: file } });
  onTestFinished(async () => {
    lambda.kill();
    await rm(folder, { recursive: true });
  });
  const answers: unknown[] = [];
  for (const [secretId, event] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const) {
    answers.push(await lambda.invoke({ secretId, event }, IN_TIME));
  }
  expect(answers).toEqual([
    { secretId: 'a', event: 1, calls: 1 },
    { secretId: 'b', event: 2, calls: 1 },
    { secretId: 'a', event: 3, calls: 2 },
  ]);
});
