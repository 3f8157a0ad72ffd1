/**
 * The people mentioned. `people` are names from the secret's `people` map, resolved to mobiles once the secret is read.
 */
export interface Mentions {
  readonly all: boolean;
  readonly mobiles: readonly string[];
  readonly userIds: readonly string[];
  readonly people: readonly string[];
}

/** Mentions no one. */
export const NOBODY: Mentions = { all: false, mobiles: [], userIds: [], people: [] };

/** Returns true if nobody is mentioned. */
export function isNobody({ all, mobiles, userIds, people }: Mentions): boolean {
  return !all && mobiles.length === 0 && userIds.length === 0 && people.length === 0;
}

/** Returns everyone whom any of them mentions, once each. */
export function unionOf(all: readonly Mentions[]): Mentions {
  return {
    all: all.some((mentions) => mentions.all),
    mobiles: [...new Set(all.flatMap(({ mobiles }) => mobiles))],
    userIds: [...new Set(all.flatMap(({ userIds }) => userIds))],
    people: [...new Set(all.flatMap(({ people }) => people))],
  };
}
