import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { adviceOn } from '../aws/advice.js';

/** One secret of Secrets Manager. */
export interface SecretStore {
  /** Resolves to its text; to `undefined` if there is no such secret. @throws {StoreError} If it cannot be read. */
  read(): Promise<string | undefined>;
  /** Creates it. Resolves to its ARN. @throws {StoreError} If it cannot be created. */
  create(text: string): Promise<string>;
  /** Gives it a new version; the one before stays as `AWSPREVIOUS`. Resolves to its ARN. @throws {StoreError} If it cannot be changed. */
  update(text: string): Promise<string>;
}

/** Secrets Manager refused. The message says what to do, and never holds a value. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Advice that only a secret needs, by the name of AWS's error. */
const OWN: Readonly<Record<string, string>> = {
  InvalidRequestException:
    'the secret is scheduled for deletion: restore it (aws secretsmanager restore-secret --secret-id …), or name another one with --secret-id',
  DecryptionFailure: 'you may not use the KMS key that encrypts the secret: have kms:Decrypt added',
  EncryptionFailure: 'you may not use the KMS key that encrypts the secret: have kms:GenerateDataKey added',
  ResourceExistsException: 'somebody has created it at this moment: run the command again',
  ResourceNotFoundException: 'it does not exist in this region and account: check --secret-id and --region',
};

/** Creates the access to one secret, by its name or ARN. */
export function createSecretStore(client: Pick<SecretsManagerClient, 'send'>, secretId: string): SecretStore {
  const refused = (action: string, error: unknown): never => {
    throw new StoreError(`Cannot ${action} the secret ${secretId} as ${adviceOn(error, OWN)}`, { cause: error });
  };
  return {
    read: async () => {
      try {
        const { SecretString, SecretBinary } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
        return SecretString ?? new TextDecoder().decode(SecretBinary);
      } catch (error) {
        if (error instanceof Error && error.name === 'ResourceNotFoundException' && !secretId.startsWith('arn:'))
          return undefined;
        return refused('read', error);
      }
    },
    create: async (text) => {
      const made = await client
        .send(
          new CreateSecretCommand({
            Name: secretId,
            SecretString: text,
            Description: 'wecomrobot: keys, tokens, people',
          }),
        )
        .catch((error: unknown) => refused('create', error));
      return made.ARN ?? secretId;
    },
    update: async (text) => {
      const made = await client
        .send(new PutSecretValueCommand({ SecretId: secretId, SecretString: text }))
        .catch((error: unknown) => refused('update', error));
      return made.ARN ?? secretId;
    },
  };
}
