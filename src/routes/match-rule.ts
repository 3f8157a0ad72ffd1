import type { Draft } from '../notification.js';
import { ownAt } from '../own.js';
import { matchesGlob } from './glob.js';
import type { Match, Rule } from './rule.js';

/** One thing a rule looks at, what it found there, and whether that matches. */
export interface Check {
  readonly looksAt: string;
  readonly found: string | undefined;
  readonly wants: readonly string[];
  readonly matches: boolean;
}

type Comparison = (found: string, wanted: string) => boolean;

const same: Comparison = (found, wanted) => found === wanted;
const sameWord: Comparison = (found, wanted) => found.toLowerCase() === wanted.toLowerCase();

/** What each key of `match` looks at, and how it compares. */
const LOOKS: readonly (readonly [
  key: Exclude<keyof Match, 'labels'>,
  find: (draft: Draft) => string | undefined,
  Comparison,
])[] = [
  ['source', ({ origin }) => origin.road, same],
  ['renderer', ({ renderer }) => renderer, same],
  ['severity', (draft) => draft.wishes.severity ?? draft.severity, same],
  ['state', ({ origin }) => origin.state, sameWord],
  ['account', ({ origin }) => origin.account, same],
  ['region', ({ origin }) => origin.region, same],
  ['alarmName', ({ origin }) => origin.alarmName, matchesGlob],
  ['topic', ({ origin }) => origin.topic, matchesGlob],
];

/** Whether what was found is one of what is wanted; what is unknown is none of it. */
function isWanted(found: string | undefined, wants: readonly string[], compare: Comparison): boolean {
  if (found === undefined) return false;
  for (const wanted of wants) if (compare(found, wanted)) return true;
  return false;
}

/** One thing that a rule wants. */
interface Want extends Pick<Check, 'looksAt' | 'wants'> {
  readonly find: (draft: Draft) => string | undefined;
  readonly compare: Comparison;
}

/** What each rule wants, worked out once: most rules look at one or two of the nine things there are. */
const wantsOfRule = new WeakMap<Match, readonly Want[]>();

function wantsOf(match: Match): readonly Want[] {
  const known = wantsOfRule.get(match);
  if (known) return known;
  const made = [
    ...LOOKS.flatMap(([key, find, compare]) => {
      const wants = match[key];
      return wants ? [{ looksAt: key, wants, find, compare }] : [];
    }),
    ...Object.entries(match.labels ?? {}).map(([label, wants]) => ({
      looksAt: `labels.${label}`,
      wants,
      find: ({ origin }: Draft) => ownAt(origin.labels ?? {}, label),
      compare: matchesGlob,
    })),
  ];
  wantsOfRule.set(match, made);
  return made;
}

/** Everything a rule looks at in a draft: what `npm run routes` explains. A rule that looks at nothing matches all. */
export function checksOf({ match }: Rule, draft: Draft): readonly Check[] {
  return wantsOf(match).map(({ looksAt, wants, find, compare }) => {
    const found = find(draft);
    return { looksAt, found, wants, matches: isWanted(found, wants, compare) };
  });
}

/** Whether a rule takes a draft. Looks no further than the first thing that does not match. */
export function matchesRule({ match }: Rule, draft: Draft): boolean {
  for (const { find, wants, compare } of wantsOf(match)) {
    if (!isWanted(find(draft), wants, compare)) return false;
  }
  return true;
}
