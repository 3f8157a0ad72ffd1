import { SAMPLE_PEOPLE, SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { KEYS, LOST_KEY, MOBILE } from './deployed-function.js';

const SECRETS: readonly string[] = [
  SAMPLE_TOKEN,
  KEYS.default,
  KEYS.dba,
  LOST_KEY,
  MOBILE,
  ...Object.values(SAMPLE_PEOPLE),
];

/** The lines that show a key, a token, a whole mobile, or one of `more`. */
export function leaks(lines: readonly string[], more: readonly string[] = []): readonly string[] {
  return lines.filter((line) => [...SECRETS, ...more].some((secret) => line.includes(secret)));
}
