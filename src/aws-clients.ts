import { SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import type { Clock } from './clock.js';
import { addressOf, HttpsPool } from './https-pool.js';

/** The SDK's own limit for DNS, TCP and TLS, milliseconds: to be said where the connections are ours. */
const CONNECT_TIMEOUT_MS = 3100;

/** Everything the SDK would otherwise look for in files that Lambda does not have: each look costs cold start. */
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

/** AWS's client of Secrets Manager, with Lambda's credentials. `AWS_ENDPOINT_URL_SECRETS_MANAGER` points it elsewhere. */
export function createSecretsManagerClient(region: string): SecretsManagerClient {
  return new SecretsManagerClient(settingsFor(region, process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER']));
}

/** The client of SQS, and its connection. */
export interface Sqs {
  readonly client: SQSClient;
  /** Opens a connection ahead of the first call. Returns at once and never fails: the call then opens its own. */
  warm(): void;
}

/** AWS's client of SQS for the queues next to this one, with Lambda's credentials. `AWS_ENDPOINT_URL_SQS` points it elsewhere. */
export function createSqs(region: string, queueUrl: string, clock: Clock): Sqs {
  const endpoint = process.env['AWS_ENDPOINT_URL_SQS'];
  const address = endpoint ?? queueUrl;
  const httpsAgent = new HttpsPool(clock);
  const requestHandler = { httpsAgent, connectionTimeout: CONNECT_TIMEOUT_MS };
  return {
    client: new SQSClient({ ...settingsFor(region, endpoint), requestHandler }),
    warm: () => {
      if (/^https:/.test(address) && URL.canParse(address)) httpsAgent.warm(addressOf(new URL(address)));
    },
  };
}
