import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type Clock, systemClock } from '../../src/base/clock.js';
import { parseObject, textAt } from '../../src/base/json.js';
import type { Certificate } from '../net/certificate.js';
import { closeServer, countConnections, listenOnLoopback } from '../net/loopback-server.js';
import { readBody } from '../net/request-body.js';
import { createSecretStore, type Secret, type SecretAnswer } from './secret-store.js';

export interface SecretsManagerOptions {
  /** By name. */
  readonly secrets: Readonly<Record<string, Secret>>;
  /** Latency of an answer, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** HTTPS with this certificate. Default: HTTP. */
  readonly certificate?: Certificate;
  readonly clock?: Clock;
}

/** One request to the endpoint. */
export interface SecretRequest {
  /** The name or ARN, as requested. */
  readonly secretId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `''` if the secret was returned, else the error's `__type`. */
  readonly error: string;
}

/** AWS Secrets Manager's `GetSecretValue` on this machine, for the real SDK. */
export interface SecretsManager {
  /** The value for `AWS_ENDPOINT_URL_SECRETS_MANAGER`. */
  readonly endpoint: string;
  /** Oldest first. */
  readonly requests: readonly SecretRequest[];
  /** Returns the number of TLS connections accepted. */
  readonly connections: () => number;
  /** Creates the secret, or makes this its current version. The previous one becomes AWSPREVIOUS. */
  setSecret(name: string, secret: Secret): void;
  close(): Promise<void>;
}

const TARGET = 'secretsmanager.GetSecretValue';

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

  const answer = async (request: IncomingMessage): Promise<SecretAnswer> => {
    const asked = parseObject((await readBody(request)).toString('utf8')) ?? {};
    if (latencyMs > 0) await clock.sleep(latencyMs);
    if (request.headers['x-amz-target'] !== TARGET) return store.failure('UnknownOperationException');
    if (!isSigned(request)) return store.failure('MissingAuthenticationTokenException');
    const given = store.getSecretValue(asked);
    const error = textAt(given.body, '__type') ?? '';
    requests.push({ secretId: textAt(asked, 'SecretId') ?? '', at: clock.now(), error });
    return given;
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (given) => write(response, given),
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
    close: () => closeServer(server),
  };
}
