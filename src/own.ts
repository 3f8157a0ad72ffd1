/** What a table holds under a key that nobody vouches for: never what its prototype does (`constructor`). */
export function ownAt<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
