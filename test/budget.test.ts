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
import { rehearsedAlarm } from '../src/app/warm-up/rehearsed-alarm.js';
import { rehearsedBatch } from '../src/app/warm-up/rehearsed-batch.js';
import { LAYER_ROUTES_FILE, ROUTES_FILE } from '../src/routing/load-routes.js';
import { alarmEvent } from './end-to-end/lambda-events.js';
import { IN_TIME } from './support/in-time.js';

/** Of each file of the function, bytes, a little above what it is: what makes it larger should be seen, and be worth it. */
const MAX_BYTES = {
  'notify.mjs': 382_500,
  'deliver.mjs': 263_000,
  'direct.mjs': 371_000,
  'renderers.mjs': 258_500,
  'message-words-zh-CN.mjs': 13_600,
  'message-words-en.mjs': 9_500,
  'words-zh-CN.mjs': 43_400,
  'words-en.mjs': 31_300,
  'watch.mjs': 208_000,
  'logs.mjs': 147_000,
  'look-ups.mjs': 7_200,
  'tools.mjs': 105_200,
} as const;
/** Of all of them, each compressed. */
const MAX_GZIP_BYTES = 750_000;
const MAX_SDK_BYTES = 155_000;

/** Loaded by a cold process until its first message is on its way: bytes of our files, and modules of Node's own. */
const MAX_LOADED = {
  notify: { bytes: 426_000, modules: 42 },
  deliver: { bytes: 277_000, modules: 39 },
} as const;

type FileName = keyof typeof MAX_BYTES;
const FILES = Object.keys(MAX_BYTES) as readonly FileName[];
/** The files that are loaded before the first event. */
const FIRST_FILES = [
  ...(['notify.mjs', 'deliver.mjs', 'direct.mjs'] as const),
  ...(['words-zh-CN.mjs', 'words-en.mjs', 'message-words-zh-CN.mjs', 'message-words-en.mjs'] as const),
] as const;

const FOLDER = fileURLToPath(new URL('../dist/test/budget', import.meta.url));
const BUNDLE = join(FOLDER, 'direct.mjs');
const LOADED_MODULES = fileURLToPath(new URL('support/loaded-modules.mjs', import.meta.url));
const ASKED_FILES = fileURLToPath(new URL('support/asked-files.mjs', import.meta.url));
const SECRET_ID = 'wecomrobot/robots';

let metafiles: Readonly<Record<string, Metafile>>;
let folder: string;
let certificate: Certificate;
let wecom: WecomSimulator;
let secrets: SecretsManager;

beforeAll(async () => {
  ({ metafiles } = await bundleFunction(FOLDER));
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

/** A queue that takes everything, and counts requests and connections. */
async function startQueue() {
  const seen = { requests: 0, connections: 0 };
  const server = createServer({ ...certificate }, async (request, response) => {
    await readBody(request);
    seen.requests += 1;
    response.end('{"Successful":[],"Failed":[]}');
  });
  server.on('secureConnection', () => {
    seen.connections += 1;
  });
  const endpoint = `https://127.0.0.1:${await listenOnLoopback(server)}`;
  const url = `${endpoint}/111122223333/q.fifo`;
  return {
    env: { AWS_ENDPOINT_URL_SQS: endpoint, QUEUE_URL: url, DRAIN_QUEUE_URL: url, DEAD_LETTER_QUEUE_URL: url },
    requests: () => seen.requests,
    connections: () => seen.connections,
    close: () => closeServer(server),
  };
}

function outputOf(file: FileName): Metafile['outputs'][string] {
  return Object.values(metafiles[file]?.outputs ?? {})[0] ?? expect.unreachable(`${file} was not built`);
}

/** Returns what is in a file, with its bytes. */
const inputsOf = (file: FileName): readonly (readonly [string, number])[] =>
  Object.entries(outputOf(file).inputs).flatMap(([name, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [[name, bytesInOutput] as const] : [],
  );

const textOf = (file: FileName): Promise<string> => readFile(join(FOLDER, file), 'utf8');

describe('files', () => {
  test('are those of the table', () => {
    expect(Object.keys(metafiles).sort()).toEqual([...FILES].sort());
  });

  test.each(Object.entries(MAX_BYTES))('%s is as small as it was: %d bytes at most', async (file, most) => {
    expect((await readFile(join(FOLDER, file))).length).toBeLessThanOrEqual(most);
  });

  test('all of them, compressed, are as small as they were', async () => {
    const texts = await Promise.all(FILES.map(textOf));
    const sizes = texts.map((text) => gzipSync(text, { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX_GZIP_BYTES);
  });

  test.each(FILES)('%s is ASCII, which V8 keeps in one byte a character', async (file) => {
    expect((await textOf(file)).match(/.{0,20}[^ -~\n].{0,20}/)?.[0]).toBeUndefined();
  });

  test.each(FIRST_FILES)(
    '%s has no pattern for which V8 goes through all of Unicode when it reads it',
    async (file) => {
      expect((await textOf(file)).match(/.{0,20}(?<!\\)\\p\{.{0,20}/i)?.[0]).toBeUndefined();
    },
  );

  test.each(['notify.mjs', 'deliver.mjs'] as const)('%s has of AWS’s clients no more than it had', (file) => {
    const ofSdk = inputsOf(file).filter(([name]) => name.includes('node_modules/@'));
    expect(ofSdk.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(MAX_SDK_BYTES);
    for (const name of ['Sha256Js', 'getInstanceMetadataRegion', 'AdaptiveRetryStrategy']) {
      const [, bytes = 0] = inputsOf(file).find(([input]) => input.endsWith(`/${name}.js`)) ?? [];
      expect(bytes, `${name}, of other machines`).toBeLessThan(200);
    }
  });

  test('notify.mjs renders and posts nothing; deliver.mjs posts and reads no events', () => {
    const rooms = (file: FileName) =>
      new Set(inputsOf(file).flatMap(([name]) => /^src\/[^/]+(?:\/post)?/.exec(name)?.[0] ?? []));
    for (const room of ['src/wecom/post', 'src/library', 'src/cli']) expect(rooms('notify.mjs')).not.toContain(room);
    for (const room of ['src/renderers', 'src/payloads', 'src/sources', 'src/verdict']) {
      expect(rooms('deliver.mjs')).not.toContain(room);
    }
  });

  test('hold of ours only src/, and of others only what posting takes', () => {
    const places = (['notify.mjs', 'deliver.mjs'] as const)
      .flatMap(inputsOf)
      .map(([name]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)|^[^/]+/.exec(name));
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

  test.each(FILES)('%s holds every package once', (file) => {
    expect(inputsOf(file).filter(([name]) => name.split('node_modules/').length > 2)).toEqual([]);
  });

  test.each(FIRST_FILES)('%s imports at its start nothing at all', (file) => {
    expect(outputOf(file).imports.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
  });

  test('load each other on use', () => {
    const loaded = (file: FileName) => [...new Set(outputOf(file).imports.map(({ path }) => path))].sort();
    const ofSdk = ['@smithy/core/event-streams', 'node:async_hooks', 'node:http'];
    expect(loaded('notify.mjs')).toEqual([
      './look-ups.mjs',
      './renderers.mjs',
      './tools.mjs',
      './watch.mjs',
      './words-en.mjs',
      './words-zh-CN.mjs',
      ...ofSdk,
    ]);
    expect(loaded('deliver.mjs')).toEqual([
      './direct.mjs',
      './logs.mjs',
      './look-ups.mjs',
      './message-words-en.mjs',
      './message-words-zh-CN.mjs',
      './watch.mjs',
      ...ofSdk,
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
      inInit: [join(FOLDER, 'words-zh-CN.mjs'), LAYER_ROUTES_FILE, join(FOLDER, ROUTES_FILE)],
      since: [],
    });
    lambda.kill();
    expect(wecom.shown).toHaveLength(1);
  });

  test('other renderers and tools by name are not loaded for an alarm, and for the first JSON that nothing else knows', async () => {
    const lambda = await start(ASKED_FILES);
    const { since } = (await lambda.invoke(alarmEvent('告警'), IN_TIME)) as { since: readonly string[] };
    expect(since).toEqual([]);
    const pipeline = { object_kind: 'pipeline', object_attributes: { id: 7, status: 'failed' } };
    const asked = (await lambda.invoke(pipeline, IN_TIME)) as { since: readonly string[] };
    lambda.kill();
    expect(asked.since).toEqual([join(FOLDER, 'renderers.mjs'), join(FOLDER, 'tools.mjs')]);
    expect(JSON.stringify(wecom.shown)).toContain('GitLab 流水线 #7');
  });

  test('a heartbeat loads what an alarm does not need: no other first event asks for a file then', async () => {
    const queue = await startQueue();
    const lambda = await start(ASKED_FILES, { ...queue.env, BUNDLE: join(FOLDER, 'notify.mjs') });
    const heartbeat = { wecomrobot: 'heartbeat', time: new Date().toISOString() };
    const loaded = (await lambda.invoke(heartbeat, IN_TIME)) as { since: readonly string[] };
    expect(loaded.since).toEqual([join(FOLDER, 'renderers.mjs'), join(FOLDER, 'tools.mjs')]);
    const event = { source: 'aws.new', 'detail-type': 'New Thing', detail: { state: 'failed' }, time: heartbeat.time };
    const asked = (await lambda.invoke({ version: '0', id: 'a', ...event }, IN_TIME)) as { since: readonly string[] };
    lambda.kill();
    await queue.close();
    expect(asked.since).toEqual(loaded.since);
  });

  test.each([
    ['notify.mjs', 'the first SNS alarm is queued', rehearsedAlarm(), MAX_LOADED.notify],
    ['deliver.mjs', 'the first text is posted', rehearsedBatch(), MAX_LOADED.deliver],
  ] as const)('%s: bytes and modules of Node that are loaded until %s', async (file, _, event, most) => {
    const queue = await startQueue();
    const env = { ...queue.env, BUNDLE: join(FOLDER, file), ...(file === 'notify.mjs' && { ROBOT_SECRET_ID: '' }) };
    const first = async (probe: string) => {
      const lambda = await start(probe, env);
      const answer = await lambda.invoke(event, IN_TIME);
      lambda.kill();
      return answer;
    };
    const { inInit, since } = (await first(ASKED_FILES)) as Readonly<Record<'inInit' | 'since', readonly string[]>>;
    const modules = (await first(LOADED_MODULES)) as readonly string[];
    await queue.close();
    expect(queue.requests()).toBeGreaterThanOrEqual(2);
    const files = [env.BUNDLE, ...inInit, ...since].filter((path) => path.startsWith(FOLDER));
    const sizes = await Promise.all(files.map(async (path) => (await readFile(path)).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most.bytes);
    expect(modules.length).toBeLessThanOrEqual(most.modules);
  });

  test('queueing: one request each on one connection opened in init, nothing to WeCom', async () => {
    const queue = await startQueue();
    const lambda = await start(join(FOLDER, 'notify.mjs'), queue.env);
    await expect.poll(queue.connections).toBe(1);
    for (let count = 0; count < 3; count++) await lambda.invoke(alarmEvent(`排队 ${count}`), IN_TIME);
    lambda.kill();
    await queue.close();
    expect([queue.requests(), queue.connections()]).toEqual([3, 1]);
    expect(wecom.attempts).toEqual([]);
  });
});
