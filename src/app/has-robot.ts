import { SecretUnavailableError } from '../domain/errors.js';
import type { LaneKeyRing } from '../domain/key-ring.js';
import type { Config } from './config.js';

/**
 * Creates the check of a robot's name for callers who can hear of a mistake. It resolves to true if this function has no secret
 * or cannot read it: the queue's consumer looks again.
 */
export function createHasRobot(
  keys: Pick<LaneKeyRing, 'laneOf'>,
  { robotSecretId }: Pick<Config, 'robotSecretId'>,
): (robot: string) => Promise<boolean> {
  return async (robot) => {
    if (robotSecretId === '') return true;
    try {
      return (await keys.laneOf(robot)) !== undefined;
    } catch (error) {
      if (error instanceof SecretUnavailableError) return true;
      throw error;
    }
  };
}
