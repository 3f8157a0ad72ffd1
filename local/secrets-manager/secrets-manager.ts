import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { type JsonObject, parseObject, textAt } from '../../src/base/json.js';
import type { Certificate } from '../net/certificate.js';
import { closeServer, countConnections, listenOnLoopback } from '../net/loopback-server.js';
import { createPlannedFaults, type PlannedFaults } from '../net/planned-faults.js';
import { readBody } from '../net/request-body.js';
import { createSecretStore, nameOf, type Secret, type SecretAnswer, type SecretError } from './secret-store.js';

/** The secrets that it holds, and how it is reached. */
export interface SecretsManagerOptions {
  /** By name. */
  readonly secrets: Readonly<Record<string, Secret>>;
  /** Latency of an answer, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** HTTPS with this certificate. Default: HTTP. */
  readonly certificate?: Certificate;
  readonly clock?: Clock;
}

/** A fault on demand: no answer while the client waits, a reset connection, or an error. */
export type SecretFault = 'hang' | 'reset' | SecretError;

/** One request to the endpoint. */
export interface SecretRequest {
  /** The name or ARN, as requested. */
  readonly secretId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `''` if the secret was returned, else the error's `__type`, `hang` or `reset`. */
  readonly error: string;
}

/** AWS Secrets Manager's `GetSecretValue`, `CreateSecret` and `PutSecretValue` on this machine, for the real SDK. */
export interface SecretsManager {
  /** The value for `AWS_ENDPOINT_URL_SECRETS_MANAGER`. */
  readonly endpoint: string;
  /** Oldest first. */
  readonly requests: readonly SecretRequest[];
  /** Returns the number of TLS connections accepted. */
  readonly connections: () => number;
  /** Creates the secret, or makes this its current version. The previous one becomes AWSPREVIOUS. */
  setSecret(name: string, secret: Secret): void;
  /** Planned faults, of every secret or of one by its name. */
  readonly faults: PlannedFaults<SecretFault>;
  close(): Promise<void>;
}

/** An answer, or how the connection ends without one. */
type Given = SecretAnswer | 'hang' | 'reset';

/** The actions that are stood in for, by their names in the header. */
const ACTIONS = {
  'secretsmanager.GetSecretValue': 'getSecretValue',
  'secretsmanager.CreateSecret': 'createSecret',
  'secretsmanager.PutSecretValue': 'putSecretValue',
} as const;

function actionOf(target: string) {
  return Object.entries(ACTIONS).find(([name]) => name === target)?.[1];
}

/** Returns the name or ARN in a request. */
function namedIn(asked: JsonObject): string {
  return textAt(asked, 'SecretId') ?? textAt(asked, 'Name') ?? '';
}

/** Returns true if a request names a credential. Checking the signature itself is AWS's business. */
function isSigned(request: IncomingMessage): boolean {
  return request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=') ?? false;
}

function write(response: ServerResponse, { status, body }: SecretAnswer): void {
  const type = textAt(body, '__type');
  const headers = { 'content-type': 'application/x-amz-json-1.1', ...(type && { 'x-amzn-errortype': type }) };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

/**
 * Starts the endpoint on a free port of 127.0.0.1.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export async function startSecretsManager(options: SecretsManagerOptions): Promise<SecretsManager> {
  const { latencyMs = 0, certificate, clock = systemClock } = options;
  const store = createSecretStore(options.secrets, clock.now);
  const requests: SecretRequest[] = [];

  const faults = createPlannedFaults<SecretFault>(Math.random, clock.now);

  /** Returns what is asked for, or what was planned instead. */
  const give = (action: 'getSecretValue' | 'createSecret' | 'putSecretValue', asked: JsonObject): Given => {
    const fault = faults.take(nameOf(namedIn(asked)));
    if (fault === undefined) return store[action](asked);
    return fault === 'hang' || fault === 'reset' ? fault : store.failure(fault);
  };
  const answer = async (request: IncomingMessage): Promise<Given> => {
    const asked = parseObject((await readBody(request)).toString('utf8')) ?? {};
    if (latencyMs > 0) await clock.sleep(latencyMs);
    const action = actionOf(String(request.headers['x-amz-target']));
    if (action === undefined) return store.failure('UnknownOperationException');
    if (!isSigned(request)) return store.failure('MissingAuthenticationTokenException');
    const given = give(action, asked);
    const error = typeof given === 'string' ? given : (textAt(given.body, '__type') ?? '');
    requests.push({ secretId: namedIn(asked), at: clock.now(), error });
    return given;
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (given) => {
        if (given === 'reset') response.destroy();
        else if (given !== 'hang') write(response, given); // Without an answer the client waits as long as it likes.
      },
      () => response.destroy(), // The client went away while its request was read.
    );
  };

  const server = certificate ? createHttpsServer(certificate, listener) : createHttpServer(listener);
  const connections = countConnections(server);
  const port = await listenOnLoopback(server);
  return {
    endpoint: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    connections,
    setSecret: store.setSecret,
    faults,
    close: () => closeServer(server),
  };
}
