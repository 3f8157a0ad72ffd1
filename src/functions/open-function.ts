import type { Context } from 'aws-lambda';
import type { App } from '../app/app.js';
import { readConfig } from '../app/config.js';
import { lineMask } from '../app/line-mask.js';
import { parseArn } from '../aws/arn.js';
import { awsSettings, createSecretsManager } from '../aws/clients.js';
import { systemClock as clock } from '../base/clock.js';
import { createKnownSecrets } from '../base/known-secrets.js';
import { createLog } from '../base/log.js';
import { once } from '../base/once.js';
import type { DoorSecret } from '../secrets/door.js';
import { createReadSecret } from '../secrets/read-secret.js';
import { parseRobotSecret } from '../secrets/robot-secret.js';
import { createSecrets } from '../secrets/secrets.js';
import type { Invocation } from '../sources/source.js';

/** Parts of a function's ARN, without a version or an alias behind it. */
const FUNCTION_ARN_PARTS = 7;

/** The handler of a Lambda function. */
export type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** Reads the settings of this function, and opens the log and the secrets that each of ours has. */
export function openFunction() {
  const config = readConfig(process.env);
  const { region, service, robotSecretId, wecomBaseUrl } = config;
  const { stdout } = process;
  // An environment runs one invocation at a time, so the line's invocation is the one that runs.
  let requestId: string | undefined;
  let account: string | undefined;
  const known = createKnownSecrets();
  const log = createLog(
    (line) => stdout.write(`${line}\n`),
    clock.now,
    service,
    () => ({ requestId }),
    lineMask(known.mask),
  );
  /** Returns an app whose log lines name its invocation. */
  const noting =
    (app: App): App =>
    (event, invocation) => {
      requestId = invocation.requestId;
      account = parseArn(invocation.functionArn ?? '')?.account;
      return app(event, invocation);
    };
  const secretsManager = createSecretsManager(region, clock);
  const keys = createSecrets({
    readSecret: createReadSecret(secretsManager.client, robotSecretId, region),
    parse: (text) => parseRobotSecret(text, robotSecretId, wecomBaseUrl),
    known,
    clock,
    log,
  });
  return {
    config,
    known,
    secretsManager,
    edges: {
      keys,
      openWatch,
      openLookUps,
      ownAccount: () => account,
      clock,
      random: Math.random,
      mask: known.mask,
      log,
    },
    /** Returns the secrets that this function reads, and the connection over which it does. Without its id there is no secret to read. */
    secretsToWarm(door?: DoorSecret) {
      const secrets = [...(robotSecretId ? [keys] : []), ...(door ? [door] : [])];
      return { secrets, connections: secrets.length > 0 ? [secretsManager] : [] };
    },
    noting,
    /** Returns the handler of an app. */
    handlerOf(app: App): Handler {
      const noted = noting(app);
      return (event, context) => noted(event, invocationOf(context));
    },
  };
}

function invocationOf(context: Context): Invocation {
  return {
    requestId: context.awsRequestId,
    functionArn: context.invokedFunctionArn?.split(':').slice(0, FUNCTION_ARN_PARTS).join(':'),
    remainingMs: () => context.getRemainingTimeInMillis(),
  };
}

/** A function of ours with its settings, secrets and log. */
export type OpenedFunction = ReturnType<typeof openFunction>;

const openWatch = once(async () => {
  const { createWatch } = await import('../watch/watch.js');
  const endpoint = process.env['AWS_ENDPOINT_URL_CLOUDWATCH'];
  return createWatch((watched, tries) => awsSettings(watched, endpoint, clock, tries));
});

const openLookUps = once(() => import('../app/look-up/look-ups.js'));
