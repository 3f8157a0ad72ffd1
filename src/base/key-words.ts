/** Keys whose words are kept: senders use few keys again and again, and a caller's must not fill the memory. */
const MAX_KEPT = 2000;
const kept = new Map<string, string>();

/** Returns the words a key is made of, in small letters: `startTime`, `start-time` and `StartTime` are all `start time`. */
export function keyWords(key: string): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const words = parted(key.slice(0, 200))
    // `targetIDs` has two words.
    .replace(/([A-Z])s(?![a-z])/g, (_, last: string) => `${last}S`)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[\s_.:/-]+/g, ' ')
    .trim()
    .toLowerCase();
  if (kept.size < MAX_KEPT) kept.set(key, words);
  return words;
}

/** Words that end keys whose words are not parted; in small letters only those that are part of nothing else (`datacontenttype`). */
const STATE = /^(last|prev|previous|old|new|current|)([a-z]{3,}?)(state|status|severity|level)$/;
const ANY =
  /^(last|prev|previous|old|new|current|)([a-z]{3,}?)(state|status|severity|level|name|type|output|message|reason)$/;
/** Words that only look so. */
const WHOLE_WORDS = /^(host|user|nick|file|domain|sur)name$/;

/** Parts a key in which nothing does: `SERVICESTATE`, `jobstatus`, `LASTHOSTSTATE`. */
function parted(key: string): string {
  if (key.length < 8 || !/^(?:[a-z]+|[A-Z]+)$/.test(key)) return key;
  const lower = key.toLowerCase();
  if (WHOLE_WORDS.test(lower)) return key;
  return lower.replace(lower === key ? STATE : ANY, '$1 $2 $3').trim();
}
