import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { textAt } from '../base/json.js';
import { nameOrLength } from '../base/quote.js';
import { isUntrustedCertificate } from '../base/untrusted-certificate.js';
import { SecretUnavailableError } from '../domain/errors.js';

/** Reads the text of the secret once. @throws {SecretUnavailableError} If it cannot be read or is empty. */
export type ReadSecret = () => Promise<string>;

/** Advice to the operator for each error of GetSecretValue. */
const ADVICE: Readonly<Record<string, string>> = {
  AccessDeniedException:
    "the function's role needs secretsmanager:GetSecretValue on it, and kms:Decrypt if a customer managed key encrypts it",
  DecryptionFailure: "the function's role needs kms:Decrypt on the key that encrypts it",
  ResourceNotFoundException: 'no such secret exists in this region and account: create it, or correct its id',
  InvalidRequestException: 'it cannot be read now: perhaps it is scheduled for deletion',
  InvalidParameterException: 'its id is not a name or an ARN',
  CredentialsProviderError: 'no AWS credentials were found: set AWS_PROFILE, or sign in',
};

/** Returns the name of AWS's error; of a certificate that is not trusted the code, which says more. */
function nameOf(cause: unknown): string {
  const code = textAt(cause, 'code');
  if (code !== undefined && isUntrustedCertificate(code)) return code;
  return cause instanceof Error ? cause.name : 'unknown error';
}

function adviceFor(name: string): string {
  return isUntrustedCertificate(name)
    ? 'the certificate is not trusted: if the network intercepts TLS, set NODE_EXTRA_CA_CERTS to a PEM file with its CA certificate'
    : (ADVICE[name] ?? 'Secrets Manager did not answer: the read is retried');
}

/**
 * Creates a function that reads one secret with AWS's client.
 * @param clientOf returns the client, which is made for the first read: a function without a secret needs none.
 * @throws {SecretUnavailableError} If it cannot be read or is empty. Names the secret, the region and the remedy; never
 *   a value.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export function createReadSecret(
  clientOf: () => Pick<SecretsManagerClient, 'send'>,
  secretId: string,
  region: string,
): ReadSecret {
  const shownId = nameOrLength(secretId);
  const where = `the secret ${shownId || '(its id is empty)'} in ${region || '(no region)'}`;
  return async () => {
    const value = await clientOf()
      .send(new GetSecretValueCommand({ SecretId: secretId }))
      .catch((cause: unknown) => {
        const name = nameOf(cause);
        const advice = adviceFor(name);
        throw new SecretUnavailableError(`Cannot read ${where} as ${advice} (${name})`, {
          cause,
          violation: { kind: 'secretUnread', secretId: shownId, region, error: name },
        });
      });
    const text = value.SecretString ?? (value.SecretBinary && new TextDecoder().decode(value.SecretBinary));
    if (!text?.trim()) {
      const violation = { kind: 'secretEmpty', secretId: shownId, region } as const;
      throw new SecretUnavailableError(`Cannot use ${where} as it must not be empty`, { violation });
    }
    return text;
  };
}
