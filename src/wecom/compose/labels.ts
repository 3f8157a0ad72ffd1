import { columnsOf } from '../../base/columns.js';
import { groupBy } from '../../base/group-by.js';
import { boundaryBefore } from './boundary.js';
import { cutMiddle, ELLIPSIS_COLUMNS, frontWithin, withoutJoint } from './columns.js';
import { ELLIPSIS } from './trim.js';

/** A name that needs a label which no other row has. */
export interface Named {
  readonly name: string;
  /** Facts that tell it from another of the same name, the most telling first. Empty ones tell nothing. */
  readonly hints: readonly string[];
  /** The room for its label, in columns. */
  readonly columns: number;
}

/** Columns of its beginning that a name keeps if it is cut before the part in which it differs. */
const HEAD_COLUMNS = 6;
/** Columns before that part within which a word begins that is shown whole. */
const WORD_COLUMNS = 8;
const SEPARATOR = /[\s\-_/.:,，、：（(]/;
/** Steps in which names that begin alike are told apart. Each finds a later place in which some of them differ. */
const MAX_STEPS = 12;

/** A name on its way to a label. `tail` is never cut. */
interface Draft extends Named {
  readonly tail: string;
  readonly label: string;
}

/**
 * Returns a label for each name, no two of them alike: the whole name if there is room, else the name without a part of
 * its middle, and if two would then read alike without a part in which they are the same. Names that are the same are
 * told apart by a hint, or by a number.
 * @param aside puts brackets around a hint.
 */
export function labelsOf(names: readonly Named[], aside: (hint: string) => string): readonly string[] {
  const drafts = [...groupBy(names, ({ name }) => name).values()].flatMap((same) => hinted(same, aside));
  const labels = new Map<Named, string>();
  const taken = new Map<string, number>();
  for (const [origin, draft] of toldApart(drafts, MAX_STEPS)) {
    const label = numbered(draft, taken);
    taken.set(label, 1);
    labels.set(origin, label);
  }
  return names.map((name) => labels.get(name) ?? name.name);
}

/** A draft, and the name it is of. */
type Drafted = readonly [origin: Named, draft: Draft];

/** Returns what has the same name with the first hint that tells all of them apart, if there is one. */
function hinted(same: readonly Named[], aside: (hint: string) => string): readonly Drafted[] {
  const places = same.length === 1 ? [] : (same[0]?.hints.keys() ?? []);
  const place = [...places].find((at) => {
    const hints = same.map(({ hints: own }) => own[at] ?? '');
    return new Set(hints).size === same.length && !hints.includes('');
  });
  return same.map((named) => {
    const hint = place === undefined ? '' : (named.hints[place] ?? '');
    const room = named.columns - columnsOf(aside('')) - Math.min(columnsOf(named.name), named.columns / 2);
    const tail = hint === '' ? '' : aside(cutMiddle(hint, room));
    return [named, { ...named, tail, label: shortened(named, tail) }];
  });
}

function shortened({ name, columns }: Named, tail: string): string {
  return cutMiddle(name, Math.max(ELLIPSIS_COLUMNS, columns - columnsOf(tail))) + tail;
}

/** Cuts names that would read alike where they are the same, until none do or nothing more can be done. */
function toldApart(drafts: readonly Drafted[], steps: number): readonly Drafted[] {
  return [...groupBy(drafts, ([, { label }]) => label).values()].flatMap((alike) => {
    const names = alike.map(([, { name }]) => name);
    if (alike.length === 1 || steps === 0 || new Set(names).size === 1) return alike;
    const shared = sharedLength(names);
    return toldApart(
      alike.map(([origin, draft]) => [origin, { ...draft, label: fromDifference(draft, shared) }]),
      steps - 1,
    );
  });
}

/** Returns the number of units with which all texts begin. */
export function sharedLength(texts: readonly string[]): number {
  const [first = '', ...others] = texts;
  return others.reduce((length, text) => {
    let at = 0;
    while (at < length && text[at] === first[at]) at++;
    return at;
  }, first.length);
}

/** Returns the first characters of a name, and then the name from where it is no longer the same as others. */
function fromDifference({ name, columns, tail }: Draft, shared: number): string {
  const start = wordStart(name, boundaryBefore(name, shared));
  const room = columns - columnsOf(tail);
  const whole = name.slice(0, start);
  const front = frontWithin(whole, HEAD_COLUMNS);
  const head = columnsOf(whole) <= HEAD_COLUMNS + ELLIPSIS_COLUMNS ? whole : `${withoutJoint(front, 'end')}${ELLIPSIS}`;
  return head + cutMiddle(name.slice(start), Math.max(ELLIPSIS_COLUMNS, room - columnsOf(head))) + tail;
}

/** Returns the index at which the word begins that holds `index`, or `index` if that is too far away. */
function wordStart(name: string, index: number): number {
  const before = Math.max(0, index - WORD_COLUMNS);
  for (let at = index; at > before; at--) if (SEPARATOR.test(name.charAt(at - 1))) return at;
  return index;
}

/**
 * Returns the draft's label, with a number if another has it already.
 * @param taken the labels that are taken, each with the number of rows that wanted it.
 */
function numbered(draft: Draft, taken: Map<string, number>): string {
  let label = draft.label;
  for (let number = taken.get(label) ?? 0; taken.has(label); ) {
    number++;
    taken.set(draft.label, number);
    label = shortened(draft, `${draft.tail} #${number}`);
  }
  return label;
}
