import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLambdaProcess } from '../local/lambda/process.js';
import { type Certificate, createCertificate } from '../local/net/certificate.js';
import { closeServer, listenOnLoopback } from '../local/net/loopback-server.js';
import { readBody } from '../local/net/request-body.js';
import { sampleKey, sampleSecret } from '../local/secrets-manager/sample-secret.js';
import { type SecretsManager, startSecretsManager } from '../local/secrets-manager/secrets-manager.js';
import { startWecomSimulator, type WecomSimulator } from '../local/wecom/simulator.js';
import { bundleFunction } from '../scripts/build.js';
import { LAYER_ROUTES_FILE, ROUTES_FILE } from '../src/routing/load-routes.js';
import { alarmEvent } from './end-to-end/lambda-events.js';
import { IN_TIME } from './support/in-time.js';

/** A little above what it is: what makes it larger should be seen, and be worth it. */
const MAX_BUNDLE_BYTES = 679_500;
const MAX_GZIP_BYTES = 235_000;
const MAX_SDK_BYTES = 166_000;

const FOLDER = fileURLToPath(new URL('../dist/test/budget', import.meta.url));
const BUNDLE = join(FOLDER, 'index.mjs');
const LOADED_MODULES = fileURLToPath(new URL('support/loaded-modules.mjs', import.meta.url));
const ASKED_FILES = fileURLToPath(new URL('support/asked-files.mjs', import.meta.url));
const SECRET_ID = 'wecomrobot/robots';

let output: Metafile['outputs'][string];
let folder: string;
let certificate: Certificate;
let wecom: WecomSimulator;
let secrets: SecretsManager;

beforeAll(async () => {
  const { metafile } = await bundleFunction(FOLDER);
  output = Object.values(metafile.outputs)[0] ?? { bytes: 0, inputs: {}, imports: [], exports: [] };
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-budget-'));
  certificate = await createCertificate();
  await writeFile(join(folder, 'ca.pem'), certificate.cert);
  wecom = await startWecomSimulator({ keys: { [sampleKey(1)]: 'default' }, certificate });
  // Over plain HTTP the SDK would load node:http, which it never does in production.
  secrets = await startSecretsManager({
    secrets: { [SECRET_ID]: sampleSecret({ default: sampleKey(1) }) },
    certificate,
  });
});
beforeEach(() => wecom.reset());
afterAll(async () => {
  await Promise.all([wecom.close(), secrets.close()]);
  await rm(folder, { recursive: true });
});

/** A process of the function with its init over. */
function start(bundle: string, env: Readonly<Record<string, string>> = {}) {
  return startLambdaProcess({
    bundle,
    env: {
      BUNDLE,
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      ROBOT_SECRET_ID: SECRET_ID,
      WECOM_BASE_URL: wecom.baseUrl,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
      ...env,
    },
  });
}

const inputs = (): readonly string[] =>
  Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : []));

describe('bundle', () => {
  test('is as small as it was', async () => {
    const text = await readFile(BUNDLE);
    expect(text.length).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(MAX_GZIP_BYTES);
    const ofSdk = Object.entries(output.inputs).filter(([file]) => file.includes('node_modules/@'));
    expect(ofSdk.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)).toBeLessThanOrEqual(MAX_SDK_BYTES);
  });

  test('is ASCII, which V8 keeps in one byte a character', async () => {
    const text = await readFile(BUNDLE, 'utf8');
    expect(text.match(/.{0,20}[^ -~\n].{0,20}/)?.[0]).toBeUndefined();
  });

  test('has no pattern for which V8 goes through all of Unicode when it reads the bundle', async () => {
    const text = await readFile(BUNDLE, 'utf8');
    expect(text.match(/.{0,20}(?<!\\)\\p\{.{0,20}/i)?.[0]).toBeUndefined();
  });

  test('has of what AWS’s clients have for other machines nothing but its name', () => {
    const sizeOf = (name: string) => Object.entries(output.inputs).find(([file]) => file.endsWith(`/${name}.js`))?.[1];
    for (const name of ['Sha256Js', 'getInstanceMetadataRegion', 'AdaptiveRetryStrategy']) {
      expect(sizeOf(name)?.bytesInOutput, name).toBeLessThan(200);
    }
  });

  test('holds of ours only src/, and of others only what posting takes', () => {
    const places = inputs().map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)|^[^/]+/.exec(file));
    expect([...new Set(places.map((place) => place?.[1] ?? place?.[0]?.replace(/:.*/, '')))].sort()).toEqual([
      '@aws-sdk/client-secrets-manager',
      '@aws-sdk/client-sqs',
      '@aws-sdk/core',
      '@aws-sdk/credential-provider-env',
      '@aws-sdk/middleware-sdk-sqs',
      '@aws/lambda-invoke-store',
      '@smithy/core',
      '@smithy/node-http-handler',
      '@smithy/signature-v4',
      '@smithy/types',
      'builtin-module',
      'src',
    ]);
  });

  test('holds every package once', () => {
    expect(inputs().filter((file) => file.split('node_modules/').length > 2)).toEqual([]);
  });

  test('imports at its start nothing at all', () => {
    expect(output.imports.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
    expect([...new Set(output.imports.map(({ path }) => path))].sort()).toEqual([
      './logs.mjs',
      './look-ups.mjs',
      './tools.mjs',
      './watch.mjs',
      '@smithy/core/event-streams',
      'node:async_hooks',
      'node:http',
    ]);
  });
});

describe('handler', () => {
  test('ten messages: one request each, the secret read once, on connections opened in init', async () => {
    const before = { wecom: wecom.connections(), secrets: secrets.connections(), reads: secrets.requests.length };
    const lambda = await start(BUNDLE);
    await expect.poll(() => wecom.connections() - before.wecom).toBe(1);
    for (let count = 0; count < 10; count++) await lambda.invoke(alarmEvent(`告警 ${count}`), IN_TIME);
    lambda.kill();
    expect(wecom.shown).toHaveLength(10);
    expect(wecom.attempts).toHaveLength(10);
    expect(secrets.requests.length - before.reads).toBe(1);
    // One that was opened ahead and not used would be the second.
    expect([wecom.connections() - before.wecom, secrets.connections() - before.secrets]).toEqual([1, 1]);
  });

  test('at the first post neither undici nor HTTP/2, web streams nor what reads files or lines is loaded', async () => {
    const lambda = await start(LOADED_MODULES);
    const modules = (await lambda.invoke(alarmEvent('加载'), IN_TIME)) as readonly string[];
    lambda.kill();
    expect(wecom.shown).toHaveLength(1);
    expect(modules).toContain('NativeModule https');
    expect(modules.filter((name) => /undici|http2|webstreams|fs\/(promises|streams)|readline/.test(name))).toEqual([]);
  });

  test('files: in init exactly those of the rules are asked for, afterwards none', async () => {
    const lambda = await start(ASKED_FILES);
    expect(await lambda.invoke(alarmEvent('文件'), IN_TIME)).toEqual({
      inInit: [LAYER_ROUTES_FILE, join(FOLDER, ROUTES_FILE)],
      since: [],
    });
    lambda.kill();
    expect(wecom.shown).toHaveLength(1);
  });

  test('tools by name are not loaded for an alarm, and for the first JSON that nothing else knows', async () => {
    const lambda = await start(ASKED_FILES);
    const { since } = (await lambda.invoke(alarmEvent('告警'), IN_TIME)) as { since: readonly string[] };
    expect(since).toEqual([]);
    const pipeline = { object_kind: 'pipeline', object_attributes: { id: 7, status: 'failed' } };
    const asked = (await lambda.invoke(pipeline, IN_TIME)) as { since: readonly string[] };
    lambda.kill();
    expect(asked.since).toEqual([join(FOLDER, 'tools.mjs')]);
    expect(JSON.stringify(wecom.shown)).toContain('GitLab 流水线 #7');
  });

  test('queueing: one request each on one connection opened in init, nothing to WeCom', async () => {
    const seen = { requests: 0, connections: 0 };
    const sqs = createServer({ ...certificate }, async (request, response) => {
      const { Entries } = JSON.parse((await readBody(request)).toString('utf8'));
      seen.requests += Entries.length;
      response.end('{"Successful":[],"Failed":[]}');
    });
    sqs.on('secureConnection', () => {
      seen.connections += 1;
    });
    const endpoint = `https://127.0.0.1:${await listenOnLoopback(sqs)}`;
    const lambda = await start(BUNDLE, {
      AWS_ENDPOINT_URL_SQS: endpoint,
      QUEUE_URL: `${endpoint}/111122223333/q.fifo`,
    });
    await expect.poll(() => seen.connections).toBe(1);
    for (let count = 0; count < 3; count++) await lambda.invoke(alarmEvent(`排队 ${count}`), IN_TIME);
    lambda.kill();
    await closeServer(sqs);
    expect(seen).toEqual({ requests: 3, connections: 1 });
    expect(wecom.attempts).toEqual([]);
  });
});
