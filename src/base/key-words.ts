/** Keys whose words are kept: senders use few keys again and again, and a caller's must not fill the memory. */
const MAX_KEPT = 2000;
const kept = new Map<string, string>();

/** Returns the words a key is made of, in small letters: `startTime`, `start-time` and `StartTime` are all `start time`. */
export function keyWords(key: string): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const words = key
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[\s_.:/-]+/g, ' ')
    .trim()
    .toLowerCase();
  if (kept.size < MAX_KEPT) kept.set(key, words);
  return words;
}
