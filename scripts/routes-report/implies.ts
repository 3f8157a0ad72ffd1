import { globOf } from '../../src/routing/glob.js';
import type { Checks, Match } from '../../src/routing/rule.js';

/** Every check of a match by its name, `labels.team` for one of a map. */
export function checksByName(checks: Checks): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(checks).flatMap(([key, wants]) => {
    if (key === 'not') return [];
    if (Array.isArray(wants)) return [[key, wants as readonly string[]] as const];
    return Object.entries(wants as Readonly<Record<string, readonly string[]>>).map(
      ([name, values]) => [`${key}.${name}`, values] as const,
    );
  });
  return new Map(entries);
}

/** Keys whose values are compared as they are, without their case. */
const WORDS: ReadonlySet<string> = new Set(['state', 'service']);
/** Keys whose values are compared as they are. */
const EXACT: ReadonlySet<string> = new Set(['source', 'renderer', 'severity', 'account', 'region']);

/** Returns true if whatever the second value takes, the first takes too. */
function covers(key: string, wide: string, narrow: string): boolean {
  if (WORDS.has(key)) return wide.toLowerCase() === narrow.toLowerCase();
  if (wide === narrow) return true;
  // A `?` could meet a star in the other pattern, which stands for many characters.
  return !EXACT.has(key) && key !== 'text' && !wide.includes('?') && globOf(wide)(narrow);
}

/** Returns true if each of the values is covered by one of those. */
export function coversAll(key: string, wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((one) => wide.some((other) => covers(key, other, one)));
}

/** Returns true if whatever the second match takes, the first takes too. */
export function takesAllOf(wide: Match, narrow: Match): boolean {
  const narrowChecks = checksByName(narrow);
  const narrowNot = checksByName(narrow.not ?? {});
  const isTaken = [...checksByName(wide)].every(([key, values]) => {
    const own = narrowChecks.get(key);
    return own !== undefined && coversAll(key, values, own);
  });
  return (
    isTaken &&
    [...checksByName(wide.not ?? {})].every(([key, values]) => coversAll(key, narrowNot.get(key) ?? [], values))
  );
}
