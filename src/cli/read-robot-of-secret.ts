import { parseArn } from '../aws/arn.js';
import { createLocalSecretsManager } from '../aws/clients.js';
import { serviceAddress } from '../aws/service-address.js';
import { systemClock } from '../base/clock.js';
import { quote } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';
import { poolThroughProxy } from '../domain/pool-through-proxy.js';
import { DEFAULT_ROBOT } from '../domain/robot-name.js';
import { createReadSecret } from '../secrets/read-secret.js';
import { namesOf, parseRobotSecret } from '../secrets/robot-secret.js';
import { DEFAULT_BASE_URL } from '../wecom/api/base-url.js';

/** A robot of the secret, and the people the secret names. */
interface RobotOfSecret {
  readonly accessKey: string;
  /** Mobiles by name. */
  readonly people: ReadonlyMap<string, string>;
}

/**
 * Reads a robot's key with the AWS credentials of the environment, from the region in the ARN if there is one, else
 * from the environment or the AWS profile.
 * @throws {SecretUnavailableError} If the secret cannot be read.
 * @throws {InvalidInputError} If the secret does not hold the robot, or no region is given.
 */
export async function readRobotOfSecret(
  secretId: string,
  robot = DEFAULT_ROBOT,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RobotOfSecret> {
  const region = parseArn(secretId)?.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || (await ofProfile());
  const pool = await poolThroughProxy(addressOfSecrets(region, env), systemClock);
  const text = await createReadSecret(() => createLocalSecretsManager(region, pool), secretId, region)();
  const { robots, people } = parseRobotSecret(text, secretId, env['WECOM_BASE_URL'] || DEFAULT_BASE_URL);
  const key = robots.get(robot);
  if (key) return { accessKey: key.reveal(), people };
  const [known, given] = [namesOf(robots), quote(robot)];
  throw new InvalidInputError(
    '--robot',
    `Cannot use --robot as the secret holds only ${known}: current value is ${given}`,
    { violation: { kind: 'robotOfSecret', robots: known, given } },
  );
}

/**
 * Resolves to the region of the AWS profile.
 * @throws {InvalidInputError} If it names none.
 */
async function ofProfile(): Promise<string> {
  return createLocalSecretsManager()
    .config.region()
    .catch((cause: unknown) => {
      throw new InvalidInputError(
        'AWS_REGION',
        'Cannot read a secret as there is no region: set AWS_REGION, or region in the AWS profile',
        { cause, violation: { kind: 'noRegion' } },
      );
    });
}

/** Returns the address of Secrets Manager, by which NO_PROXY decides. */
function addressOfSecrets(region: string, env: Readonly<Record<string, string | undefined>>): URL {
  const named = env['AWS_ENDPOINT_URL_SECRETS_MANAGER'];
  return named ? new URL(named) : serviceAddress('secretsmanager', region);
}
