import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
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
import { LAYER_ROUTES_FILE, loadRoutes, ROUTES_FILE } from '../routing/load-routes.js';
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
    /** Reads the rules: those of a layer, or those beside the bundle. */
    readRoutes: () => loadRoutes([LAYER_ROUTES_FILE, `${folder()}/${ROUTES_FILE}`], readIfPresent, log),
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

const openLookUps = once(() => import('../app/look-ups.js'));

/** Returns the folder of the bundle. Node has had `dirname` since 20.11: it is at hand, whereas a path made of a URL takes 0.2 ms. */
function folder(): string {
  return import.meta.dirname ?? dirname(fileURLToPath(import.meta.url));
}

function readIfPresent(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
