import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Context } from 'aws-lambda';
import { readConfig } from './app/config.js';
import { lineMask } from './app/line-mask.js';
import { rehearse } from './app/rehearsal.js';
import { warmUp } from './app/warm-up.js';
import { wireApp } from './app/wire.js';
import { parseArn } from './aws/arn.js';
import { awsSettings, createSecretsManager, createSilentSqs, createSqs } from './aws/clients.js';
import { systemClock as clock } from './base/clock.js';
import { createKnownSecrets } from './base/known-secrets.js';
import { createLog } from './base/log.js';
import { once } from './base/once.js';
import { createQueueReader, createQueueWriter } from './queue/sqs.js';
import { LAYER_ROUTES_FILE, loadRoutes, ROUTES_FILE } from './routing/load-routes.js';
import { usesTags } from './routing/wants-tags.js';
import { createDoorSecret } from './secrets/door.js';
import { createReadSecret } from './secrets/read-secret.js';
import { parseRobotSecret } from './secrets/robot-secret.js';
import { createSecrets } from './secrets/secrets.js';
import { parseTokensSecret } from './secrets/tokens-secret.js';
import { createHttpsTransport } from './wecom/post/https-transport.js';

/** Parts of a function's ARN, without a version or an alias behind it. */
const FUNCTION_ARN_PARTS = 7;

const config = readConfig(process.env);
const { region, robotSecretId, tokensSecretId, wecomBaseUrl, queueUrl, drainQueueUrl, deadLetterQueueUrl } = config;
const { stdout } = process;
// An environment runs one invocation at a time, so the line's invocation is the one that runs.
let requestId: string | undefined;
let account: string | undefined;
const known = createKnownSecrets();
const log = createLog(
  (line) => stdout.write(`${line}\n`),
  clock.now,
  config.service,
  () => ({ requestId }),
  lineMask(known.mask),
);
const secretsManager = createSecretsManager(region, clock);
const keys = createSecrets({
  readSecret: createReadSecret(secretsManager.client, robotSecretId, region),
  parse: (text) => parseRobotSecret(text, robotSecretId, wecomBaseUrl),
  known,
  clock,
  log,
});
const door = tokensSecretId
  ? createDoorSecret({
      readSecret: createReadSecret(secretsManager.client, tokensSecretId, region),
      parse: (text) => parseTokensSecret(text, tokensSecretId),
      known,
      clock,
      log,
    })
  : undefined;
const transport = createHttpsTransport({ baseUrl: wecomBaseUrl, clock, repeatsBroken: !drainQueueUrl });
const anyQueueUrl = queueUrl || drainQueueUrl;
const sqs = anyQueueUrl ? createSqs(region, anyQueueUrl, clock) : undefined;

// Node has had `dirname` since 20.11. It is at hand, whereas a path made of a URL costs a cold start 0.2 ms.
const folder = import.meta.dirname ?? fileURLToPath(new URL('.', import.meta.url));
const readIfPresent = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const routes = loadRoutes([LAYER_ROUTES_FILE, `${folder}/${ROUTES_FILE}`], readIfPresent, log);
const setup = { ...config, routes };

const openWatch = once(async () => {
  const { createWatch } = await import('./watch/watch.js');
  const endpoint = process.env['AWS_ENDPOINT_URL_CLOUDWATCH'];
  return createWatch((watched, tries) => awsSettings(watched, endpoint, clock, tries));
});

const openLogs = once(async () => {
  const { createLogs } = await import('./watch/logs.js');
  const endpoint = process.env['AWS_ENDPOINT_URL_CLOUDWATCH_LOGS'];
  return createLogs((watched) => awsSettings(watched, endpoint, clock, 1));
});

const openLookUps = once(() => import('./app/look-ups.js'));

const program = wireApp(setup, {
  transport,
  keys,
  door,
  writer: sqs && queueUrl ? createQueueWriter(sqs.client, queueUrl) : undefined,
  reader:
    sqs && drainQueueUrl ? createQueueReader(sqs.client, drainQueueUrl, deadLetterQueueUrl, clock.now) : undefined,
  readParked:
    sqs && queueUrl && deadLetterQueueUrl
      ? createQueueReader(sqs.client, deadLetterQueueUrl, '', clock.now).waiting
      : undefined,
  openWatch,
  openLogs,
  openLookUps,
  ownAccount: () => account,
  clock,
  random: Math.random,
  mask: known.mask,
  log,
});

/** The way to the queue, but for the network. */
const silentWriter = () => (queueUrl ? createQueueWriter(createSilentSqs(region, clock), queueUrl) : undefined);

// Lambda gives init a whole core, and time before the first event: everything that can be prepared is prepared here.
if (process.env['AWS_LAMBDA_INITIALIZATION_TYPE']) {
  // The farthest first. Secrets Manager is included only if there is a secret to read.
  const connections = [
    ...(queueUrl ? [] : [transport]),
    ...(robotSecretId || tokensSecretId ? [secretsManager] : []),
    ...(sqs ? [sqs] : []),
    // The alarm that waits for its tags must not wait for what asks for them as well.
    ...(config.tagRegions.length > 0 && usesTags(routes)
      ? [openWatch, openLookUps].map((open) => ({ warm: () => void open().catch(() => {}) }))
      : []),
  ];
  // Without its id there is no secret to read.
  const secrets = [...(robotSecretId ? [keys] : []), ...(door ? [door] : [])];
  await warmUp({ secrets, connections, rehearse: () => rehearse(setup, silentWriter()), clock, log });
}

/** The Lambda handler. See `app/app.ts` for the app. */
export const handler = (event: unknown, context: Context): Promise<unknown> => {
  requestId = context.awsRequestId;
  account = parseArn(context.invokedFunctionArn ?? '')?.account;
  return program(event, {
    requestId,
    functionArn: context.invokedFunctionArn?.split(':').slice(0, FUNCTION_ARN_PARTS).join(':'),
    remainingMs: () => context.getRemainingTimeInMillis(),
  });
};
