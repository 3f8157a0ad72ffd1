import { getOwn } from '../base/json.js';
import type { Draft } from '../domain/notification.js';
import { globOf, type Matcher } from './glob.js';
import type { Match, Rule } from './rule.js';

/** One thing a rule looks at, what it found there, and whether that matches. */
export interface Check {
  readonly looksAt: string;
  readonly found: string | undefined;
  readonly wants: readonly string[];
  readonly matches: boolean;
}

/** Makes of what is wanted a test of what is found. */
type Comparison = (wanted: string) => Matcher;

const same: Comparison = (wanted) => (found) => found === wanted;
const sameWord: Comparison = (wanted) => {
  const word = wanted.toLowerCase();
  return (found) => found.toLowerCase() === word;
};

/** What each key of `match` looks at, and how it compares. */
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

/** Whether what was found is one of what is wanted; what is unknown is none of it. */
function isWanted(found: string | undefined, matchers: readonly Matcher[]): boolean {
  if (found === undefined) return false;
  for (const matches of matchers) if (matches(found)) return true;
  return false;
}

/** One thing that a rule wants. */
interface Want extends Pick<Check, 'looksAt' | 'wants'> {
  readonly find: (draft: Draft) => string | undefined;
  readonly matchers: readonly Matcher[];
}

/** What each rule wants, worked out once: most rules look at one or two of the nine things there are. */
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

/** Everything a rule looks at in a draft: what `npm run routes` explains. A rule that looks at nothing matches all. */
export function checksOf({ match }: Rule, draft: Draft): readonly Check[] {
  return wantsOf(match).map(({ looksAt, wants, find, matchers }) => {
    const found = find(draft);
    return { looksAt, found, wants, matches: isWanted(found, matchers) };
  });
}

/** Whether a rule takes a draft. Looks no further than the first thing that does not match. */
export function matchesRule({ match }: Rule, draft: Draft): boolean {
  for (const { find, matchers } of wantsOf(match)) {
    if (!isWanted(find(draft), matchers)) return false;
  }
  return true;
}
