import type { Context } from 'aws-lambda';
import { createApp } from './app.js';
import { createSecretsManagerClient, createSqsClient } from './aws-clients.js';
import { systemClock as clock } from './clock.js';
import { COMPILED_ROUTES } from './compiled-routes.js';
import { readConfig } from './config.js';
import { createConsumer } from './consumer.js';
import { createDirect } from './direct.js';
import { DEFAULT_MAX_BODY_BYTES } from './http/body.js';
import { createInterpret } from './interpret.js';
import { createLog } from './log.js';
import { createEnqueue } from './queue/enqueue.js';
import { createQueueReader, createQueueWriter } from './queue/sqs.js';
import { createReadSecret } from './read-secret.js';
import { createRecentIds } from './recent-ids.js';
import { parseRobotSecret } from './robot-secret.js';
import { route } from './routing.js';
import { createSecrets } from './secrets.js';
import { readEvent } from './sources/sources.js';
import { wordsOf } from './text/words.js';
import { warmUp } from './warm-up.js';
import { createDeliver } from './wecom/deliver.js';
import { partsOf } from './wecom/parts.js';
import { createHttpsTransport } from './wecom/post.js';

const config = readConfig(process.env);
const words = wordsOf(config.language);
const random = Math.random;
const log = createLog((line) => process.stdout.write(`${line}\n`), clock.now, config.service);
const keys = createSecrets({
  readSecret: createReadSecret(createSecretsManagerClient(config.region), config.robotSecretId, config.region),
  parse: (text) => parseRobotSecret(text, config.robotSecretId, config.wecomBaseUrl),
  clock,
  log,
});
const transport = createHttpsTransport({ baseUrl: config.wecomBaseUrl, clock });
const renderContext = {
  words,
  timeZone: config.timeZone,
  accountName: (id: string) => config.accountNames.get(id) ?? COMPILED_ROUTES.accounts[id] ?? id,
};

/** `notify`: on the queue. */
const toQueue = () =>
  createEnqueue({
    queue: createQueueWriter(createSqsClient(config.region), config.queueUrl),
    maxBytes: config.queueMaxBytes,
    clock,
    log,
  });
/** Without a queue: straight to WeCom. */
const toWecom = () =>
  createDirect({
    deliver: createDeliver({ transport, clock, random, log, words, keys }),
    recent: createRecentIds(clock.now),
    clock,
    log,
  });
/** `deliver`: from the queue to WeCom. */
const fromQueue = () =>
  createConsumer({
    queue: createQueueReader(
      createSqsClient(config.region),
      config.drainQueueUrl,
      config.deadLetterQueueUrl,
      clock.now,
    ),
    transport,
    keys,
    words,
    minIntervalMs: config.minIntervalMs,
    silentAfterMs: config.silentAfterMinutes * 60_000,
    clock,
    random,
    log,
  });

const app = createApp({
  read: readEvent,
  readContext: {
    interpret: createInterpret({ renderContext, log }),
    renderContext,
    tokens: keys.httpTokens,
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
  },
  route: (draft, now) => route(draft, { ...config, routes: COMPILED_ROUTES }, now),
  divide: (notification) => partsOf(notification, words),
  dispatch: config.queueUrl ? toQueue() : toWecom(),
  drain: config.drainQueueUrl ? fromQueue() : undefined,
  clock,
  log,
});

// Lambda gives init a whole core and lets it run ahead of the first event: what can be done ahead is done here.
if (process.env['AWS_LAMBDA_INITIALIZATION_TYPE']) await warmUp(config, keys, transport, clock);

/** The Lambda handler: see `app.ts` for the program. */
export const handler = (event: unknown, context: Context): Promise<unknown> =>
  app(event, { requestId: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() });
