import { SecretUnavailableError } from '../domain/errors.js';
import type { Door } from '../secrets/door.js';
import type { Config } from './config.js';

/**
 * Creates the check of a robot's name for callers who can hear of a mistake. It resolves to true if this function has no secret
 * or cannot read it: the queue's consumer looks again.
 */
export function createHasRobot(
  door: Pick<Door, 'hasRobot'>,
  { robotSecretId, tokensSecretId }: Pick<Config, 'robotSecretId' | 'tokensSecretId'>,
): (robot: string) => Promise<boolean> {
  return async (robot) => {
    if (robotSecretId === '' && tokensSecretId === '') return true;
    try {
      return await door.hasRobot(robot);
    } catch (error) {
      if (error instanceof SecretUnavailableError) return true;
      throw error;
    }
  };
}
