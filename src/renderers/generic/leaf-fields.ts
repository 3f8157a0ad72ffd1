import { getOwn } from '../../base/json.js';
import { keyWords } from '../../base/key-words.js';
import type { Field } from '../../domain/content.js';
import { isBadNews } from '../../domain/severity.js';
import type { Words } from '../../text/words.js';
import type { Assessment } from '../../verdict/assessment.js';
import { gradeOf } from '../../verdict/scale.js';
import { judgeState } from '../../verdict/verdict.js';
import { field } from '../toolkit/field.js';
import { isNumericId, isWhereOrHowMuch, type Role } from './choose.js';
import type { Leaf } from './leaves.js';
import type { Told } from './told.js';

/** Lines that come from the event's own keys; more is not read on a phone. */
const MAX_FIELDS = 7;
/** Keys that say little without the thing they belong to. */
const BARE_KEY = /^(name|id|identifier|type|value|key|count|size|state|status|version|title|arn|number)$/;

/** In which order roles become lines; a role without a rank does not. */
const RANK: Readonly<Partial<Record<Role, number>>> = {
  severity: 0,
  state: 0,
  title: 1,
  name: 1,
  amount: 2,
  number: 2,
  reference: 3,
  prose: 4,
  field: 5,
  minor: 6,
};

/** Returns fields for people before fields for programs, shallow before deep, each value once and none that is already shown. */
export function leafFields(
  told: readonly Told[],
  known: readonly (string | undefined)[],
  words: Words,
  parts: ReadonlySet<Told>,
): readonly (Field | undefined)[] {
  const seen = new Set(known);
  const fresh = told.filter(
    (leaf) => RANK[leaf.role] !== undefined && (parts.has(leaf) || (!seen.has(leaf.text) && seen.add(leaf.text))),
  );
  const shown = fresh.sort((a, b) => rankOf(a) - rankOf(b) || a.depth - b.depth).slice(0, MAX_FIELDS);
  const labels = shown.map((leaf) => labelOf(leaf, words));
  return shown.map((leaf, index) => {
    const label = labels[index] ?? '';
    // Two of one name are told apart by the things they belong to.
    const isTwice = labels.indexOf(label) !== labels.lastIndexOf(label) && leaf.parent !== '';
    return field(isTwice ? labelOfKey(`${keyWords(leaf.parent)} ${keyWords(leaf.key)}`, words) : label, leaf.text);
  });
}

/** Of fields, the place and what was measured come first, yes, no and numbers for programs last; a severity of something inside that is no severity (`customer.level`) is a field as any other. */
function rankOf({ key, role, value, depth, text }: Told): number {
  if (role === 'field' && (typeof value === 'boolean' || isNumericId(key, text))) return RANK.minor ?? 0;
  if (role === 'field' && isWhereOrHowMuch(key)) return RANK.reference ?? 0;
  if (role === 'severity' && depth > 0 && gradeOf(text) === undefined) return RANK.field ?? 0;
  return RANK[role] ?? 0;
}

function labelOf({ key, parent }: Leaf, words: Words): string {
  const own = keyWords(key);
  return labelOfKey(BARE_KEY.test(own) && parent !== '' ? `${keyWords(parent)} ${own}` : own, words);
}

/** Returns the words for a key: the language's own, else the key's. */
export function labelOfKey(key: string, words: Words): string {
  const full = keyWords(key);
  const label = getOwn<string>(words.genericKey, full);
  const plain = full.replace(/(?<=.) arn$/, ''); // The value is its name by now.
  return label ?? `${plain.slice(0, 1).toUpperCase()}${plain.slice(1, 60)}`;
}

/** Returns the states of parts that are as bad as the whole: `components.redis.status: DOWN`. The first line does not name them. */
export function failingParts(told: readonly Told[], { sign }: Assessment): ReadonlySet<Told> {
  const equal = told.filter(({ role, key, value }) => role === 'state' && key === sign?.key && value === sign.text);
  const top = Math.min(...equal.map(({ depth }) => depth));
  return new Set(equal.filter(({ depth, text }) => depth > top && isBadNews(judgeState(text).severity)));
}
