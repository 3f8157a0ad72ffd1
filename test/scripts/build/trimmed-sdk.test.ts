import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinModules } from '../../../scripts/build/builtin-modules.js';
import { SDK_TRIMMERS, TRIMMED_SDK } from '../../../scripts/build/trimmed-sdk.js';
import { SHARED } from '../../../scripts/build.js';

const require = createRequire(import.meta.url);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-sdk-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a source exports once it is bundled as the function is. */
async function bundled(contents: string): Promise<Readonly<Record<string, unknown>>> {
  const outfile = join(folder, `${contents.length}.mjs`);
  const { outputFiles } = await build({
    ...SHARED,
    ...TRIMMED_SDK,
    plugins: [builtinModules, ...SDK_TRIMMERS],
    stdin: { contents, resolveDir: process.cwd() },
    write: false,
  });
  await writeFile(outfile, outputFiles?.[0]?.text ?? '');
  return import(pathToFileURL(outfile).href);
}

test('leftOut: what is for other machines says its name when it is reached', async () => {
  const { AdaptiveRetryStrategy } = await bundled(`export { AdaptiveRetryStrategy } from '@smithy/core/retry';`);
  const reach = AdaptiveRetryStrategy as new () => unknown;
  expect(() => new reach()).toThrow('Cannot use AdaptiveRetryStrategy as it is left out of the bundle');
});

test("versionOnly: of a client's package.json its version is left", async () => {
  const { info } = await bundled(`import info from '@aws-sdk/client-sqs/package.json'; export { info };`);
  expect(info).toEqual({ version: require('@aws-sdk/client-sqs/package.json').version });
});
