import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import * as Sqs from '@aws-sdk/client-sqs';
import { HttpResponse } from '@smithy/core/protocols';
import { StandardRetryStrategy } from '@smithy/core/retry';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtinModules } from '../../../scripts/build/builtin-modules.js';
import { SDK_TRIMMERS, TRIMMED_SDK } from '../../../scripts/build/trimmed-sdk.js';
import { SHARED } from '../../../scripts/build.js';

const require = createRequire(import.meta.url);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-sdk-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An answer of a service: status, headers, and the body's own keys. */
type Answer = { readonly status: number; readonly headers?: Record<string, string> } & Readonly<
  Record<string, unknown>
>;

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

describe('baseErrorsOnly', () => {
  const SOURCE = `export { SQSClient, SendMessageBatchCommand } from '@aws-sdk/client-sqs';`;

  /** What a client of SQS throws when its service answers with an error. */
  async function thrownBy({ SQSClient, SendMessageBatchCommand }: typeof Sqs, answer: Answer) {
    let requests = 0;
    const client = new SQSClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      retryStrategy: new StandardRetryStrategy({ maxAttempts: 2, baseDelay: 0 }),
      requestHandler: {
        handle: async () => {
          requests += 1;
          const { status, headers = {}, ...body } = answer;
          const text = new TextEncoder().encode(JSON.stringify(body));
          return { response: new HttpResponse({ statusCode: status, headers, body: Readable.from([text]) }) };
        },
      },
    });
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/111122223333/q.fifo';
    const sent = client.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '0', MessageBody: 'x' }] }));
    const error = await sent.catch((thrown: unknown) => thrown);
    const { name, message, $fault, $metadata } = error as Sqs.SQSServiceException;
    return { name, message, $fault, status: $metadata.httpStatusCode, requests };
  }

  test.each<readonly [string, Answer]>([
    ['a queue that is gone', { status: 400, __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'gone' }],
    [
      'throttling, which is tried again',
      { status: 400, __type: 'com.amazonaws.sqs#RequestThrottled', message: 'slow' },
    ],
    ['no right', { status: 403, __type: 'com.amazon.coral.service#AccessDeniedException', Message: 'no' }],
    ['a key that is off', { status: 400, __type: 'com.amazonaws.sqs#KmsDisabled', message: 'off' }],
    ['a fault of its own', { status: 500, __type: 'com.amazonaws.sqs#InternalError', message: 'sorry' }],
  ])('%s has the name, message and fault that it has untrimmed, after as many requests', async (_, answer) => {
    const trimmed = await thrownBy((await bundled(SOURCE)) as typeof Sqs, answer);
    expect(trimmed).toEqual(await thrownBy(Sqs, answer));
    expect(trimmed.name).not.toBe('Error');
  });

  test('an error that SQS names in the old protocol’s words too keeps those', async () => {
    const headers = { 'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender' };
    const answer = { status: 400, headers, __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'gone' };
    const trimmed = await thrownBy((await bundled(SOURCE)) as typeof Sqs, answer);
    const name = 'AWS.SimpleQueueService.NonExistentQueue';
    expect(trimmed).toEqual({ ...(await thrownBy(Sqs, answer)), name });
  });
});
