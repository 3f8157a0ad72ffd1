import * as z from 'zod';

/** Returns the schema of a list, or of a single value in its place. */
export function listOf<S extends z.ZodType>(item: S) {
  return z
    .union([item, z.array(item)])
    .transform((value): readonly z.output<S>[] => (Array.isArray(value) ? value : [value]));
}
