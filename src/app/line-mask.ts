import type { Mask } from '../base/known-secrets.js';
import { maskSecrets } from '../base/mask-secrets.js';

/**
 * Returns what is handed to the log: it masks the secrets that the process has read, and beside them what shows by its form that
 * it is one.
 * @param mask masks the secrets that the process has read.
 */
export function lineMask(mask: Mask): Mask {
  return (text) => maskSecrets(mask(text));
}
