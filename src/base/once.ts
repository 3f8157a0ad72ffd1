/**
 * Makes a value on first use and keeps it. Deferred, so that a cold start does not pay for what an alarm does not need.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
