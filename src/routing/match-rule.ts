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
/** A value, or several, of which one must match. No list is made of one: this is done for every rule. */
type Found = string | readonly string[] | undefined;
type Find = (subject: Subject) => Found;

const same: Comparison = (wanted) => (found) => found === wanted;
const sameWord: Comparison = (wanted) => {
  const word = wanted.toLowerCase();
  return (found) => found.toLowerCase() === word;
};
const anywhere: Comparison = (wanted) => globOf(`*${wanted}*`);

/** The property that a key checks, and its comparison. The cheapest and most telling stand first. */
const LISTS: readonly (readonly [key: ListKey, find: Find, Comparison])[] = [
  ['source', ({ draft }) => draft.origin.source, same],
  ['renderer', ({ draft }) => draft.renderer, same],
  ['severity', ({ severity }) => severity, same],
  ['account', ({ draft }) => draft.origin.account, same],
  ['region', ({ draft }) => draft.origin.region, same],
  ['state', ({ state }) => state, sameWord],
  ['alarmName', ({ draft }) => draft.origin.alarmName, globOf],
  ['topic', ({ draft }) => draft.origin.topic, globOf],
  ['title', ({ draft }) => draft.title, globOf],
  ['text', ({ draft }) => textOf(draft), anywhere],
  ['service', ({ draft }) => servicesOf(draft), sameWord],
  ['namespace', ({ draft }) => draft.origin.facts?.namespaces, globOf],
  ['findingType', ({ draft }) => draft.origin.facts?.findingTypes, globOf],
  ['resource', ({ draft }) => draft.origin.facts?.resources, globOf],
];

/** The same for keys with a map, by the map's names. */
const MAPS: readonly (readonly [key: MapKey, find: (draft: Draft, name: string) => Found])[] = [
  ['dimensions', ({ origin }, name) => getOwn(origin.facts?.dimensions ?? {}, name)],
  ['tags', ({ origin }, name) => getOwn(origin.facts?.tags ?? {}, name)],
  ['labels', ({ origin }, name) => getOwn(origin.labels ?? {}, name)],
];

type MapKey = 'labels' | 'tags' | 'dimensions';
type ListKey = Exclude<keyof Checks, MapKey>;

/** Worked out once for a draft, however many rules ask. */
const texts = new WeakMap<Draft, string>();

/** Returns every word that a person reads in the message. */
function textOf(draft: Draft): string {
  const known = texts.get(draft);
  if (known !== undefined) return known;
  const text = shownWords(draft).join('\n');
  texts.set(draft, text);
  return text;
}

function shownWords(draft: Draft): readonly string[] {
  switch (draft.kind) {
    case 'written':
      return [draft.title, draft.body];
    case 'rendered':
      return [draft.title, ...draft.fields.map(({ label, value }) => `${label} ${value}`), draft.details ?? ''];
    case 'native':
      return [JSON.stringify(draft.native)];
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

/** Returns true if one of the values found is one of those wanted. A value that is not there never is. */
function isWanted(found: Found, matchers: readonly Matcher[]): boolean {
  if (found === undefined) return false;
  if (typeof found !== 'string') return found.some((one) => isWanted(one, matchers));
  for (const matches of matchers) if (matches(found)) return true;
  return false;
}

/** Returns the words that a recovery has in common with its alarm. */
function keptWords({ title, origin }: Draft): readonly string[] {
  return [title, ...Object.values(origin.facts?.dimensions ?? {}).flat()];
}

function answerOf({ key, find, matchers, isNot }: Want, subject: Subject): Answer {
  if (subject.unknown.size > 0 && subject.unknown.has(key)) {
    const isKept = key === 'text' && !subject.unknown.has('title') && isWanted(keptWords(subject.draft), matchers);
    return isKept ? (isNot ? 'no' : 'yes') : 'maybe';
  }
  return isWanted(find(subject), matchers) === isNot ? 'no' : 'yes';
}

/** Returns everything a rule checks in a draft, which `npm run routes` explains. A rule without checks matches all. */
export function checksOf({ match }: { readonly match: Match }, subject: Subject): readonly Check[] {
  return wantsOf(match).map((want) => {
    const { looksAt, wants, isNot, find } = want;
    const found = find(subject) ?? [];
    return {
      looksAt,
      found: typeof found === 'string' ? [found] : found,
      wants,
      isNot,
      matches: answerOf(want, subject),
    };
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
