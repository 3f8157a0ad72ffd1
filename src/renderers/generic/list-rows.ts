import type { JsonObject } from '../../base/json.js';
import { keyWords } from '../../base/key-words.js';
import { shortened } from '../../base/shortened.js';
import type { Row } from '../../domain/content.js';
import { oneLine } from '../../text/one-line.js';
import { judgeEvent } from '../../verdict/verdict.js';
import type { RenderContext } from '../renderer.js';
import { amountText } from './amount.js';
import { isWhereOrHowMuch, type Role, roleOf } from './choose.js';
import { leafValue } from './leaf-value.js';
import { type ItemList, type Leaf, leavesOf } from './leaves.js';
import { isRandomId } from './random-id.js';
import { nameIn } from './unwrap-detail.js';

/** The most elements that have a line of their own, and the most values in one. */
const MAX_LINES = 5;
const MAX_VALUES = 4;
/** Longest line, in characters. */
const MAX_LINE = 100;
/** The most lists that are read out. */
const MAX_LISTS = 2;

/** Returns the lists of an event as rows: a count, a row for each of the first elements, the number of all. */
export function listRows(
  lists: readonly ItemList[],
  label: (key: string) => string,
  context: RenderContext,
): readonly Row[] {
  return lists.slice(0, MAX_LISTS).flatMap((list) => rowsOf(list, label(list.key), context));
}

function rowsOf({ items, owner }: ItemList, label: string, context: RenderContext): readonly Row[] {
  const { words } = context;
  const shown = items.slice(0, MAX_LINES).map((item) => rowOf(item, owner, context));
  const more = items.length > MAX_LINES ? [{ text: words.phrase.itemsInAll(items.length) }] : [];
  return [
    { text: `${label}${words.aside(words.phrase.items(items.length))}${words.colon.trimEnd()}` },
    ...shown,
    ...more,
  ];
}

/** `🔴 orders.csv：列数不符`: its name, then what else people read. */
function rowOf(item: JsonObject, owner: JsonObject, context: RenderContext): Row {
  const { leaves } = leavesOf(item);
  const name = nameIn(item);
  const told = leaves.flatMap((leaf) => {
    const role = roleOf(leaf);
    if (role === 'none' || role === 'link' || role === 'minor' || isForPrograms(leaf)) return [];
    const amount = role === 'amount' ? amountText({ ...leaf, owner: { ...moneyOf(owner), ...leaf.owner } }) : undefined;
    const text = oneLine(amount ?? leafValue(leaf.key, leaf.value, context) ?? '');
    return text === '' ? [] : [{ text, rank: rankOf(leaf.key, role) }];
  });
  const values = name === undefined ? told.toSorted((a, b) => a.rank - b.rank) : told;
  const texts = [...new Set([...(name === undefined ? [] : [name]), ...values.map(({ text }) => text)])].slice(
    0,
    MAX_VALUES,
  );
  const { severity, certainty } = judgeEvent(item);
  const text = shortened(texts.join(context.words.comma), MAX_LINE);
  return { sign: certainty === 'none' ? 'item' : severity, text };
}

/** Returns the keys that tell how the amounts of a list are counted. */
function moneyOf({ currency, object }: JsonObject): JsonObject {
  return { ...(currency !== undefined && { currency }), ...(object !== undefined && { object }) };
}

/** Returns the rank of a value of an element that has no name: what names or tells it comes first, then where and how much. */
function rankOf(key: string, role: Role): number {
  if (NEWS.has(role) && !/\bgroup name$/.test(keyWords(key))) return 0;
  return isWhereOrHowMuch(key) ? 1 : 2;
}

const NEWS: ReadonlySet<Role> = new Set(['title', 'name', 'prose']);

/** An id, or a yes or no that nobody asked for. */
function isForPrograms({ key, value }: Leaf): boolean {
  return (
    typeof value === 'boolean' ||
    /(^| )id\d?$/.test(keyWords(key)) ||
    (typeof value === 'string' && isRandomId(key, value))
  );
}
