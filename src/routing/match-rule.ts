import { getOwn } from '../base/json.js';
import type { Draft } from '../domain/notification.js';
import { globOf, type Matcher } from './glob.js';
import type { Checks, Match } from './rule.js';
import { servicesOf } from './services.js';
import type { Subject } from './subject.js';

/** The answer of a check or a rule. `maybe` if only the alarm before a recovery could tell. */
export type Answer = 'yes' | 'no' | 'maybe';

/** One property a rule checks, the values found there, and the result. */
export interface Check {
  readonly looksAt: string;
  readonly found: readonly string[];
  readonly wants: readonly string[];
  /** True for a check under `not`, which must not match. */
  readonly isNot: boolean;
  readonly matches: Answer;
}

/** Turns a wanted value into a test of the value found. */
type Comparison = (wanted: string) => Matcher;
type Find = (subject: Subject) => readonly string[];

const same: Comparison = (wanted) => (found) => found === wanted;
const sameWord: Comparison = (wanted) => {
  const word = wanted.toLowerCase();
  return (found) => found.toLowerCase() === word;
};
const anywhere: Comparison = (wanted) => globOf(`*${wanted}*`);

const listed = (value: string | undefined): readonly string[] => (value === undefined ? NONE : [value]);
const NONE: readonly string[] = [];

/** The property that each key with a list checks, and its comparison. The cheapest and most telling stand first. */
const LISTS: readonly (readonly [
  key: Exclude<keyof Checks, 'labels' | 'tags' | 'dimensions'>,
  find: Find,
  Comparison,
])[] = [
  ['source', ({ draft }) => [draft.origin.source], same],
  ['renderer', ({ draft }) => [draft.renderer], same],
  ['severity', ({ severity }) => [severity], same],
  ['account', ({ draft }) => listed(draft.origin.account), same],
  ['region', ({ draft }) => listed(draft.origin.region), same],
  ['state', ({ state }) => listed(state), sameWord],
  ['service', ({ draft }) => servicesOf(draft), sameWord],
  ['alarmName', ({ draft }) => listed(draft.origin.alarmName), globOf],
  ['topic', ({ draft }) => listed(draft.origin.topic), globOf],
  ['namespace', ({ draft }) => draft.origin.facts?.namespaces ?? NONE, globOf],
  ['findingType', ({ draft }) => draft.origin.facts?.findingTypes ?? NONE, globOf],
  ['resource', ({ draft }) => draft.origin.facts?.resources ?? NONE, globOf],
  ['title', ({ draft }) => [draft.title], globOf],
  ['text', ({ draft }) => [textOf(draft)], anywhere],
];

/** The properties that keys with a map check, by the map's names. */
const MAPS: readonly (readonly [
  key: 'labels' | 'tags' | 'dimensions',
  find: (draft: Draft, name: string) => readonly string[],
])[] = [
  ['dimensions', ({ origin }, name) => getOwn(origin.facts?.dimensions ?? {}, name) ?? NONE],
  ['tags', ({ origin }, name) => listed(getOwn(origin.facts?.tags ?? {}, name))],
  ['labels', ({ origin }, name) => listed(getOwn(origin.labels ?? {}, name))],
];

/** Returns every word that a person reads in the message. */
function textOf(draft: Draft): string {
  switch (draft.kind) {
    case 'written':
      return `${draft.title}\n${draft.body}`;
    case 'rendered':
      return [draft.title, ...draft.fields.map(({ label, value }) => `${label} ${value}`), draft.details].join('\n');
    case 'native':
      return JSON.stringify(draft.native);
  }
}

/** One property that a rule wants. */
interface Want extends Pick<Check, 'looksAt' | 'wants' | 'isNot'> {
  readonly key: keyof Checks;
  readonly find: Find;
  readonly matchers: readonly Matcher[];
}

/** The wants of each rule, worked out once: most rules check one or two properties. */
const wantsOfRule = new WeakMap<Match, readonly Want[]>();

function wantsOf(match: Match): readonly Want[] {
  const known = wantsOfRule.get(match);
  if (known) return known;
  const made = [...wantsIn(match, false), ...(match.not ? wantsIn(match.not, true) : [])];
  wantsOfRule.set(match, made);
  return made;
}

function wantsIn(checks: Checks, isNot: boolean): readonly Want[] {
  const prefix = isNot ? 'not.' : '';
  const lists = LISTS.flatMap(([key, find, compare]) => {
    const wants = checks[key];
    return wants ? [{ key, looksAt: `${prefix}${key}`, wants, isNot, find, matchers: wants.map(compare) }] : [];
  });
  const maps = MAPS.flatMap(([key, findIn]) =>
    Object.entries(checks[key] ?? {}).map(([name, wants]) => ({
      ...{ key, looksAt: `${prefix}${key}.${name}`, wants, isNot },
      find: ({ draft }: Subject) => findIn(draft, name),
      matchers: wants.map(globOf),
    })),
  );
  return [...lists, ...maps];
}

/** Returns whether one of the values found is one of those wanted. A value that is not there never is. */
function answerOf({ key, find, matchers, isNot }: Want, subject: Subject): Answer {
  if (subject.unknown.has(key)) return 'maybe';
  const isWanted = find(subject).some((found) => matchers.some((matches) => matches(found)));
  return isWanted === isNot ? 'no' : 'yes';
}

/** Returns everything a rule checks in a draft, which `npm run routes` explains. A rule without checks matches all. */
export function checksOf({ match }: { readonly match: Match }, subject: Subject): readonly Check[] {
  return wantsOf(match).map((want) => {
    const { looksAt, wants, isNot, find } = want;
    return { looksAt, found: find(subject), wants, isNot, matches: answerOf(want, subject) };
  });
}

/** Returns whether a rule applies. Stops at the first property that does not match. */
export function matchRule({ match }: { readonly match: Match }, subject: Subject): Answer {
  let answer: Answer = 'yes';
  for (const want of wantsOf(match)) {
    const one = answerOf(want, subject);
    if (one === 'no') return 'no';
    if (one === 'maybe') answer = 'maybe';
  }
  return answer;
}
