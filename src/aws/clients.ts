import { SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import type { Clock } from '../base/clock.js';
import { addressOf, HttpsPool } from '../base/https-pool.js';
import { AWS_TRY_MS } from '../domain/time-limits.js';

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
  readonly client: Client;
  /**
   * Opens a connection ahead of the first call and returns at once. If that fails, the call opens its own.
   * @throws {Error} If the region is invalid, so that there is no address. The call then throws the same error.
   */
  warm(): void;
}

/** A client's connections, which are our own because the SDK opens none ahead. */
interface Connections {
  readonly requestHandler: {
    readonly httpsAgent: HttpsPool;
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    /** Makes the SDK throw at the time limit, where it would only warn. */
    readonly throwOnRequestTimeout: true;
    /** The limit for an answer that stops in the middle. */
    readonly socketTimeout: number;
  };
  warm(address: string): void;
}

function connectionsOf(clock: Clock): Connections {
  const httpsAgent = new HttpsPool(clock);
  return {
    requestHandler: {
      httpsAgent,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: AWS_TRY_MS,
      throwOnRequestTimeout: true,
      socketTimeout: AWS_TRY_MS,
    },
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
  const client = new SecretsManagerClient({ ...settingsFor(region, endpoint), requestHandler });
  return { client, warm: () => warm(endpoint || client.config.endpointProvider({ Region: region }).url.href) };
}

/**
 * Creates an SQS client for our own queues with Lambda's credentials. `AWS_ENDPOINT_URL_SQS` overrides its endpoint.
 */
export function createSqs(region: string, queueUrl: string, clock: Clock): AwsService<SQSClient> {
  const endpoint = process.env['AWS_ENDPOINT_URL_SQS'];
  const { requestHandler, warm } = connectionsOf(clock);
  return {
    client: new SQSClient({ ...settingsFor(region, endpoint), requestHandler }),
    warm: () => warm(endpoint || queueUrl),
  };
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
 */
export function createLocalSecretsManager(region?: string): SecretsManagerClient {
  return new SecretsManagerClient(region ? { region } : {});
}
