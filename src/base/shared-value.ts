/** Returns the value if all are the same. */
export function sharedValue<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
