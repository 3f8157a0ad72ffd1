import type { LaneKeyRing } from '../domain/key-ring.js';
import type { RobotKey } from '../domain/robot-key.js';
import { DEFAULT_ROBOT } from '../domain/robot-name.js';
import { type CachedSecret, type CachedSecretParts, createCachedSecret } from './cached-secret.js';
import type { Door } from './door.js';
import type { RobotSecret } from './robot-secret.js';

/** The cached secret: the parts that delivery and the HTTP door need. */
export interface Secrets extends LaneKeyRing, Door, Pick<CachedSecret<RobotSecret>, 'verify' | 'warm'> {}

/** Creates the cache of the robots' secret, which may also hold the tokens. */
export function createSecrets(parts: Omit<CachedSecretParts<RobotSecret>, 'secretsIn'>): Secrets {
  const { current, held, doubted, verify, warm } = createCachedSecret({ ...parts, secretsIn });
  const laneOf = async (robot: string) => laneIn(await current(), robot) ?? laneIn(await doubted(), robot);
  return {
    key: async (robot) => (await current()).robots.get(robot) ?? (await doubted()).robots.get(robot),
    laneOf,
    replacement: async (robot, refused) => {
      const key: RobotKey | undefined = (await doubted()).robots.get(robot);
      return key?.equals(refused) ? undefined : key;
    },
    mobileOf: async (person) => (await current()).people.get(person),
    tokensAtHand: () => held()?.httpTokens ?? [],
    httpTokens: async () => (await current()).httpTokens,
    hasRobot: async (robot) => (await laneOf(robot)) !== undefined,
    verify,
    warm,
  };
}

/** Returns all of a secret that no line may show. */
function secretsIn({ robots, httpTokens, people }: RobotSecret): readonly string[] {
  const keys = [...robots.values()].map((key) => key.reveal());
  return [...keys, ...httpTokens.map(({ token }) => token), ...people.values()];
}

/**
 * Returns the first robot with the same key, `default` before all others: a key has one lane, however many names it
 * has.
 */
function laneIn({ robots }: RobotSecret, robot: string): string | undefined {
  const key = robots.get(robot);
  if (!key) return undefined;
  if (robots.get(DEFAULT_ROBOT)?.equals(key)) return DEFAULT_ROBOT;
  return [...robots].find(([, other]) => other.equals(key))?.[0];
}
