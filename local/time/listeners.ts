/** A set of listeners. */
export interface Listeners<T> {
  /** Adds a listener. Returns a function that removes it. */
  add(listener: (value: T) => void): () => void;
  tell(value: T): void;
}

/** Creates an empty list of listeners. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (value) => {
      for (const listener of listeners) listener(value);
    },
  };
}
