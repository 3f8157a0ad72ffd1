import { getOwn } from '../base/json.js';
import type { Draft } from '../domain/notification.js';
import { globOf, type Matcher } from './glob.js';
import type { Match, Rule } from './rule.js';

/** One property a rule checks, the value found there, and the result. */
export interface Check {
  readonly looksAt: string;
  readonly found: string | undefined;
  readonly wants: readonly string[];
  readonly matches: boolean;
}

/** Turns a wanted value into a test of the value found. */
type Comparison = (wanted: string) => Matcher;

const same: Comparison = (wanted) => (found) => found === wanted;
const sameWord: Comparison = (wanted) => {
  const word = wanted.toLowerCase();
  return (found) => found.toLowerCase() === word;
};

/** The property that each key of `match` checks, and its comparison. */
const LOOKS: readonly (readonly [
  key: Exclude<keyof Match, 'labels'>,
  find: (draft: Draft) => string | undefined,
  Comparison,
])[] = [
  ['source', ({ origin }) => origin.source, same],
  ['renderer', ({ renderer }) => renderer, same],
  ['severity', (draft) => draft.overrides.severity ?? draft.severity, same],
  ['state', ({ origin }) => origin.state, sameWord],
  ['account', ({ origin }) => origin.account, same],
  ['region', ({ origin }) => origin.region, same],
  ['alarmName', ({ origin }) => origin.alarmName, globOf],
  ['topic', ({ origin }) => origin.topic, globOf],
];

/** Returns true if the value found is one of those wanted. An unknown value never is. */
function isWanted(found: string | undefined, matchers: readonly Matcher[]): boolean {
  if (found === undefined) return false;
  for (const matches of matchers) if (matches(found)) return true;
  return false;
}

/** One property that a rule wants. */
interface Want extends Pick<Check, 'looksAt' | 'wants'> {
  readonly find: (draft: Draft) => string | undefined;
  readonly matchers: readonly Matcher[];
}

/** The wants of each rule, worked out once: most rules check one or two of the nine properties. */
const wantsOfRule = new WeakMap<Match, readonly Want[]>();

function wantsOf(match: Match): readonly Want[] {
  const known = wantsOfRule.get(match);
  if (known) return known;
  const made = [
    ...LOOKS.flatMap(([key, find, compare]) => {
      const wants = match[key];
      return wants ? [{ looksAt: key, wants, find, matchers: wants.map(compare) }] : [];
    }),
    ...Object.entries(match.labels ?? {}).map(([label, wants]) => ({
      looksAt: `labels.${label}`,
      wants,
      find: ({ origin }: Draft) => getOwn(origin.labels ?? {}, label),
      matchers: wants.map(globOf),
    })),
  ];
  wantsOfRule.set(match, made);
  return made;
}

/** Returns everything a rule checks in a draft, which `npm run routes` explains. A rule without checks matches all. */
export function checksOf({ match }: Rule, draft: Draft): readonly Check[] {
  return wantsOf(match).map(({ looksAt, wants, find, matchers }) => {
    const found = find(draft);
    return { looksAt, found, wants, matches: isWanted(found, matchers) };
  });
}

/** Returns true if a rule applies to a draft. Stops at the first property that does not match. */
export function matchesRule({ match }: Rule, draft: Draft): boolean {
  for (const { find, matchers } of wantsOf(match)) {
    if (!isWanted(find(draft), matchers)) return false;
  }
  return true;
}
