import { SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';

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

/** AWS's client of SQS, with Lambda's credentials. `AWS_ENDPOINT_URL_SQS` points it elsewhere. */
export function createSqsClient(region: string): SQSClient {
  return new SQSClient(settingsFor(region, process.env['AWS_ENDPOINT_URL_SQS']));
}
