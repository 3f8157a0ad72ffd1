import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Everything the SDK would otherwise look for in files that Lambda does not have: each look costs cold start. */
const settingsFor = (region: string) =>
  ({
    region,
    credentials: fromEnv(),
    defaultsMode: 'standard',
    retryMode: 'standard',
    maxAttempts: 3,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
  }) as const;

/** AWS's client of Secrets Manager, with Lambda's credentials. `AWS_ENDPOINT_URL_SECRETS_MANAGER` points it elsewhere. */
export function createSecretsManagerClient(region: string): SecretsManagerClient {
  return new SecretsManagerClient(settingsFor(region));
}

/** AWS's client of SQS, with Lambda's credentials. `AWS_ENDPOINT_URL_SQS` points it elsewhere. */
export function createSqsClient(region: string): SQSClient {
  return new SQSClient(settingsFor(region));
}
