/** Makes a value when it is first asked for, and keeps it: what an alarm does not need shall not take a cold start's time. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
