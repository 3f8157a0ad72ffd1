import { createHash } from 'node:crypto';
import { SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import type { Clock } from '../base/clock.js';
import { addressOf, HttpsPool } from '../base/https-pool.js';
import { arrayAt, parseObject, textAt } from '../base/json.js';
import { once } from '../base/once.js';
import { AWS_TRY_MS } from '../domain/time-limits.js';
import { SilentPool } from './silent-pool.js';

/** The SDK's own limit for DNS, TCP and TLS, milliseconds. Has to be stated because the connections are ours. */
const CONNECT_TIMEOUT_MS = 3100;

/** Returns what the SDK would otherwise look up in files that Lambda does not have: each look-up slows a cold start. */
function settingsFor(region: string, endpoint: string | undefined): SecretsManagerClientConfig & SQSClientConfig {
  return {
    region,
    credentials: fromEnv(),
    ...(endpoint ? { endpoint } : { ignoreConfiguredEndpointUrls: true }),
    authSchemePreference: async () => [],
    defaultsMode: 'standard',
    disableClockSkewCorrection: false,
    maxAttempts: 3,
    retryMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    userAgentAppId: async () => undefined,
  };
}

/** An AWS client together with its connections. */
export interface AwsService<Client> {
  /** Returns the client, which is made the first time. */
  readonly client: () => Client;
  /**
   * Opens a connection ahead of the first call and returns at once. If that fails, the call opens its own.
   * @throws {Error} If the region is invalid, so that there is no address. The call then throws the same error.
   */
  warm(): void;
}

/** A client's connections, which are our own because the SDK opens none ahead. */
interface Connections {
  readonly requestHandler: typeof LIMITS & { readonly httpsAgent: HttpsPool };
  warm(address: string): void;
}

const LIMITS = {
  connectionTimeout: CONNECT_TIMEOUT_MS,
  requestTimeout: AWS_TRY_MS,
  /** Makes the SDK throw at the time limit, where it would only warn. */
  throwOnRequestTimeout: true,
  /** The limit for an answer that stops in the middle. */
  socketTimeout: AWS_TRY_MS,
} as const;

function connectionsOf(clock: Clock): Connections {
  const httpsAgent = new HttpsPool(clock);
  return {
    requestHandler: { ...LIMITS, httpsAgent },
    warm: (address) => {
      if (/^https:/.test(address) && URL.canParse(address)) httpsAgent.warm(addressOf(new URL(address)));
    },
  };
}

/**
 * Creates a Secrets Manager client with Lambda's credentials. `AWS_ENDPOINT_URL_SECRETS_MANAGER` overrides its
 * endpoint.
 */
export function createSecretsManager(region: string, clock: Clock): AwsService<SecretsManagerClient> {
  const endpoint = process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'];
  const { requestHandler, warm } = connectionsOf(clock);
  const client = once(() => new SecretsManagerClient({ ...settingsFor(region, endpoint), requestHandler }));
  return {
    client,
    warm: () => warm(endpoint || client().config.endpointProvider({ Region: region }).url.href),
  };
}

/**
 * Creates an SQS client for our own queues with Lambda's credentials. `AWS_ENDPOINT_URL_SQS` overrides its endpoint.
 */
export function createSqs(region: string, queueUrl: string, clock: Clock): AwsService<SQSClient> {
  const endpoint = process.env['AWS_ENDPOINT_URL_SQS'];
  const { requestHandler, warm } = connectionsOf(clock);
  return {
    client: once(() => new SQSClient({ ...settingsFor(region, endpoint), requestHandler })),
    warm: () => warm(endpoint || queueUrl),
  };
}

/** Creates an SQS client that reaches nothing: it goes the whole way of a call over a line on which every batch is accepted. */
export function createSilentSqs(region: string, clock: Clock): SQSClient {
  const httpsAgent = new SilentPool(clock, acceptBatch);
  return new SQSClient({ ...settingsFor(region, SILENT), requestHandler: { ...LIMITS, httpsAgent } });
}

/** An address that nobody has, and nobody asks for. */
const SILENT = 'https://silent.invalid';

/** Returns SQS's answer to a batch of messages that it accepts. */
function acceptBatch(body: string): string {
  const Successful = arrayAt(parseObject(body), 'Entries').map((entry) => ({
    Id: textAt(entry, 'Id'),
    MessageId: textAt(entry, 'MessageDeduplicationId'),
    MD5OfMessageBody: createHash('md5')
      .update(textAt(entry, 'MessageBody') ?? '')
      .digest('hex'),
  }));
  return JSON.stringify({ Successful });
}

/** The settings of a client of a rarely needed AWS service. */
export type AwsSettings = ReturnType<typeof awsSettings>;

/**
 * Returns the settings of a client with Lambda's credentials and a time limit for each try, for a service whose client is loaded
 * on use.
 * @param endpoint overrides its endpoint.
 * @param maxAttempts tries of each call, the first included.
 */
export function awsSettings(region: string, endpoint: string | undefined, clock: Clock, maxAttempts = 3) {
  return { ...settingsFor(region, endpoint), maxAttempts, requestHandler: connectionsOf(clock).requestHandler };
}

/**
 * Creates a Secrets Manager client for a computer that is not Lambda: with AWS's own search for credentials, and for the
 * region if none is given.
 * @param httpsAgent the connections, if a proxy stands between. Default: AWS's own.
 */
export function createLocalSecretsManager(region?: string, httpsAgent?: HttpsPool): SecretsManagerClient {
  // Its version is ours to choose: that later ones need another Node is no advice for who pushes a message.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  return new SecretsManagerClient({
    ...(region && { region }),
    requestHandler: { ...LIMITS, ...(httpsAgent && { httpsAgent }) },
  });
}
