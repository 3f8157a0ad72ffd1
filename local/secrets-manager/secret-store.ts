import { type JsonObject, textAt } from '../../src/base/json.js';

/** The errors of the actions below, each with its HTTP status and message. */
const ERRORS = {
  AccessDeniedException: [
    400,
    'User: arn:aws:sts::111122223333:assumed-role/local is not authorized to perform: secretsmanager:GetSecretValue',
  ],
  DecryptionFailure: [400, "Secrets Manager can't decrypt the protected secret text using the provided KMS key."],
  ExpiredTokenException: [400, 'The security token included in the request is expired'],
  InternalServiceError: [500, 'An error occurred on the server side.'],
  InvalidParameterException: [400, 'You must provide a value for SecretId.'],
  InvalidRequestException: [400, "You can't perform this operation on the secret because it was marked for deletion."],
  MissingAuthenticationTokenException: [400, 'Request is missing Authentication Token'],
  ResourceExistsException: [400, 'The operation failed because the secret already exists.'],
  ResourceNotFoundException: [400, "Secrets Manager can't find the specified secret."],
  ThrottlingException: [400, 'Rate exceeded'],
  UnknownOperationException: [400, ''],
  UnrecognizedClientException: [400, 'The security token included in the request is invalid.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** The name of an error that Secrets Manager returns. */
export type SecretError = keyof typeof ERRORS;

/** The secret's text, its bytes, or the error returned for it. */
export type Secret = string | Uint8Array | { readonly error: SecretError; readonly message?: string };

/** Status and JSON body. */
export interface SecretAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** Secrets and their two versions, without HTTP. */
export interface SecretStore {
  setSecret(name: string, secret: Secret): void;
  getSecretValue(asked: JsonObject): SecretAnswer;
  createSecret(asked: JsonObject): SecretAnswer;
  putSecretValue(asked: JsonObject): SecretAnswer;
  failure(error: SecretError, message?: string): SecretAnswer;
}

/** The part before the name in an ARN. Six random characters follow the name. */
const ARN = /^arn:aws(?:-cn|-us-gov)?:secretsmanager:[a-z0-9-]+:\d{12}:secret:(.+)$/;
const SUFFIX = 'AbCdEf';

/** One version of a secret. */
interface Version {
  readonly secret: Secret;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

interface Versions {
  readonly AWSCURRENT: Version;
  readonly AWSPREVIOUS?: Version | undefined;
}

function failure(error: SecretError, message?: string): SecretAnswer {
  const [status, text] = ERRORS[error];
  return { status, body: { __type: error, message: message ?? text } };
}

/** Returns the name meant by a name, an ARN, or an ARN without its suffix. */
export function nameOf(secretId: string): string {
  const name = ARN.exec(secretId)?.[1] ?? secretId;
  return ARN.test(secretId) && name.endsWith(`-${SUFFIX}`) ? name.slice(0, -SUFFIX.length - 1) : name;
}

/** Creates a store of secrets by name. `now` returns milliseconds since 1970. */
export function createSecretStore(secrets: Readonly<Record<string, Secret>>, now: () => number): SecretStore {
  const stored = new Map<string, Versions>();
  let versions = 0;
  const setSecret = (name: string, secret: Secret): void => {
    versions += 1;
    const id = `00000000-0000-4000-8000-${String(versions).padStart(12, '0')}`;
    stored.set(name, { AWSCURRENT: { secret, id, createdAt: now() }, AWSPREVIOUS: stored.get(name)?.AWSCURRENT });
  };
  for (const [name, secret] of Object.entries(secrets)) setSecret(name, secret);

  const getSecretValue = (asked: JsonObject): SecretAnswer => {
    const secretId = textAt(asked, 'SecretId');
    const stage = textAt(asked, 'VersionStage') ?? 'AWSCURRENT';
    if (secretId === undefined) return failure('InvalidParameterException');
    const name = nameOf(secretId);
    const version = stage === 'AWSCURRENT' || stage === 'AWSPREVIOUS' ? stored.get(name)?.[stage] : undefined;
    if (version === undefined) return failure('ResourceNotFoundException');
    return found(name, stage, version);
  };
  const write = (name: string, asked: JsonObject): SecretAnswer => {
    setSecret(name, textAt(asked, 'SecretString') ?? '');
    const id = stored.get(name)?.AWSCURRENT.id ?? '';
    return { status: 200, body: { ARN: arnOf(name), Name: name, VersionId: id } };
  };
  const createSecret = (asked: JsonObject): SecretAnswer => {
    const name = textAt(asked, 'Name');
    if (name === undefined) return failure('InvalidParameterException', 'You must provide a value for Name.');
    return stored.has(name) ? failure('ResourceExistsException') : write(name, asked);
  };
  const putSecretValue = (asked: JsonObject): SecretAnswer => {
    const secretId = textAt(asked, 'SecretId');
    if (secretId === undefined) return failure('InvalidParameterException');
    const name = nameOf(secretId);
    const held = stored.get(name)?.AWSCURRENT.secret;
    if (held === undefined) return failure('ResourceNotFoundException');
    return typeof held === 'object' && 'error' in held ? failure(held.error, held.message) : write(name, asked);
  };
  return { setSecret, getSecretValue, createSecret, putSecretValue, failure };
}

function arnOf(name: string): string {
  return `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${name}-${SUFFIX}`;
}

function found(name: string, stage: string, { secret, id, createdAt }: Version): SecretAnswer {
  if (typeof secret === 'object' && 'error' in secret) return failure(secret.error, secret.message);
  const value =
    typeof secret === 'string' ? { SecretString: secret } : { SecretBinary: Buffer.from(secret).toString('base64') };
  const body = {
    ARN: arnOf(name),
    Name: name,
    VersionId: id,
    VersionStages: [stage],
    CreatedDate: createdAt / 1000,
    ...value,
  };
  return { status: 200, body };
}
