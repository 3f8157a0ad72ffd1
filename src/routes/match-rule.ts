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

function check(looksAt: string, found: string | undefined, wants: readonly string[], compare: Comparison): Check {
  return { looksAt, found, wants, matches: isWanted(found, wants, compare) };
}

/** Everything a rule looks at in a draft: what `npm run routes` explains. A rule that looks at nothing matches all. */
export function checksOf({ match }: Rule, draft: Draft): readonly Check[] {
  const labels = draft.origin.labels ?? {};
  return [
    ...LOOKS.flatMap(([key, find, compare]) => {
      const wants = match[key];
      return wants ? [check(key, find(draft), wants, compare)] : [];
    }),
    ...Object.entries(match.labels ?? {}).map(([label, wants]) =>
      check(`labels.${label}`, ownAt(labels, label), wants, matchesGlob),
    ),
  ];
}

/** One thing that a rule wants. */
interface Want {
  readonly find: (draft: Draft) => string | undefined;
  readonly wants: readonly string[];
  readonly compare: Comparison;
}

/** What each rule wants, worked out once: most rules look at one or two of the nine things there are. */
const wantsOfRule = new WeakMap<Match, readonly Want[]>();

function wantsOf(match: Match): readonly Want[] {
  const known = wantsOfRule.get(match);
  if (known) return known;
  const labels = Object.entries(match.labels ?? {}).map(([label, wants]) => ({
    find: ({ origin }: Draft) => ownAt(origin.labels ?? {}, label),
    wants,
    compare: matchesGlob,
  }));
  const others = LOOKS.flatMap(([key, find, compare]) => {
    const wants = match[key];
    return wants ? [{ find, wants, compare }] : [];
  });
  wantsOfRule.set(match, [...others, ...labels]);
  return [...others, ...labels];
}

/** Whether a rule takes a draft. Looks no further than the first thing that does not match. */
export function matchesRule({ match }: Rule, draft: Draft): boolean {
  for (const { find, wants, compare } of wantsOf(match)) {
    if (!isWanted(find(draft), wants, compare)) return false;
  }
  return true;
}
