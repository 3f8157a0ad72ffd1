import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { DEFAULT_BASE_URL } from '../../src/wecom/api/base-url.js';
import type { SecretNames } from './warnings.js';

/** Reads the names of robots and people in the text of a secret. Nothing else of it is kept. */
export function secretNames(text: string, file: string, baseUrl: string = DEFAULT_BASE_URL): SecretNames {
  const { robots, people } = parseRobotSecret(text, file, baseUrl);
  return { robots: [...robots.keys()], people: [...people.keys()] };
}
