import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { createApp } from './app.js';
import { systemClock as clock } from './clock.js';
import { COMPILED_ROUTES } from './compiled-routes.js';
import { readConfig } from './config.js';
import { createDirect } from './direct.js';
import { DEFAULT_MAX_BODY_BYTES } from './http/body.js';
import { createInterpret } from './interpret.js';
import { createLog } from './log.js';
import { createReadSecret } from './read-secret.js';
import { createRecentIds } from './recent-ids.js';
import { parseRobotSecret } from './robot-secret.js';
import { route } from './routing.js';
import { createSecrets } from './secrets.js';
import { readEvent } from './sources/sources.js';
import { wordsOf } from './text/words.js';
import { createDeliver } from './wecom/deliver.js';
import { partsOf } from './wecom/parts.js';
import { createHttpsTransport } from './wecom/post.js';

const config = readConfig(process.env);
const words = wordsOf(config.language);
const log = createLog((line) => process.stdout.write(`${line}\n`), clock.now, config.service);
const secretsManager = new SecretsManagerClient({ region: config.region });
const secrets = createSecrets({
  readSecret: createReadSecret(secretsManager, config.robotSecretId, config.region),
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

const app = createApp({
  read: readEvent,
  readContext: {
    interpret: createInterpret({ renderContext, log }),
    renderContext,
    tokens: secrets.httpTokens,
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
  },
  route: (draft, now) => route(draft, { ...config, routes: COMPILED_ROUTES }, now),
  divide: (notification) => partsOf(notification, words),
  dispatch: createDirect({
    deliver: createDeliver({ transport, clock, random: Math.random, log, words, keys: secrets }),
    recent: createRecentIds(clock.now),
    clock,
    log,
  }),
  clock,
  log,
});

/** The Lambda handler: see `app.ts` for the program. */
export const handler = (event: unknown, context: Context): Promise<unknown> =>
  app(event, { requestId: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() });
