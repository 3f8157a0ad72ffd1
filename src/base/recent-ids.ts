/** Remembers recent ids for a while, so that a process does not post twice what AWS delivers twice. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

/**
 * Creates an empty memory of ids.
 * @param limits at most `maxIds` are kept, the oldest dropped first; each is forgotten `ttlMs` milliseconds after it
 *   was added.
 */
export function createRecentIds(now: () => number, limits = { maxIds: 1000, ttlMs: 15 * 60_000 }): RecentIds {
  const addedAt = new Map<string, number>(); // A Map keeps insertion order, so its first key is the oldest.
  return {
    has: (id) => {
      const at = addedAt.get(id);
      return at !== undefined && now() - at < limits.ttlMs;
    },
    add: (id) => {
      addedAt.delete(id);
      addedAt.set(id, now());
      const oldest = addedAt.keys().next();
      if (addedAt.size > limits.maxIds && !oldest.done) addedAt.delete(oldest.value);
    },
  };
}
