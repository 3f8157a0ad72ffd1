import * as z from 'zod';
import { isObject } from '../../../src/base/json.js';

/**
 * Returns the schema of a map with these keys and no others. A key that is left empty (`robots:` with nothing behind it) counts
 * as left out.
 */
export function keysOf<S extends z.core.$ZodShape>(shape: S) {
  const withoutEmpty = (value: unknown): unknown =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).filter(([key, one]) => one !== null || !Object.hasOwn(shape, key)))
      : value;
  return z.preprocess(withoutEmpty, z.strictObject(shape));
}
