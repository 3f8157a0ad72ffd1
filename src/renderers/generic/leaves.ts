import { isObject, type JsonObject } from '../../base/json.js';
import { LIST_KEY, parseMessage } from '../../base/lenient-json.js';
import { pairsIn } from '../../base/pairs.js';
import { gradeOf } from '../../verdict/scale.js';
import { nameIn, objectIn } from './unwrap-detail.js';

/** A scalar somewhere in an event. */
export interface Leaf {
  /** The last key on the way to it. */
  readonly key: string;
  /** The key of the object it stands in; empty at the top. */
  readonly parent: string;
  readonly depth: number;
  readonly value: string | number | boolean;
  /** True if it is the name of an object: `repository: { name: 'checkout' }`. */
  readonly isReference: boolean;
  /** The object it stands in. */
  readonly owner: JsonObject;
}

/** A list of objects somewhere in an event. */
export interface ItemList {
  readonly key: string;
  readonly items: readonly JsonObject[];
  /** The object it stands in and the whole event, which may hold the currency of its amounts. */
  readonly owner: JsonObject;
}

/** The content of an event as far as people may read it. */
export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly lists: readonly ItemList[];
}

/** Deeper, more or longer is not for people, and must not take our time either. */
const MAX_DEPTH = 4;
const MAX_LEAVES = 200;
const MAX_ITEMS = 5;

interface Place {
  readonly parent: string;
  readonly value: JsonObject;
  /** True if its name is a leaf already. */
  readonly isNamed: boolean;
}

/** Returns the scalars of an event, the shallow ones first, else in its own order, and its lists of objects. Short lists of scalars are one scalar. */
export function leavesOf(detail: unknown): Leaves {
  const found = { leaves: [] as Leaf[], lists: [] as ItemList[], root: isObject(detail) ? detail : {} };
  let level: readonly Place[] = isObject(detail) ? [{ parent: '', value: detail, isNamed: false }] : [];
  for (let depth = 0; depth < MAX_DEPTH && found.leaves.length < MAX_LEAVES && level.length > 0; depth += 1) {
    level = level.flatMap((place) => readPlace(place, depth, found)).slice(0, MAX_LEAVES);
  }
  return { leaves: found.leaves.slice(0, MAX_LEAVES), lists: found.lists };
}

interface Found {
  readonly leaves: Leaf[];
  readonly lists: ItemList[];
  readonly root: JsonObject;
}

/** Adds what an object holds, and returns the objects in it. */
function readPlace(place: Place, depth: number, found: Found): readonly Place[] {
  return Object.entries(place.value)
    .slice(0, MAX_LEAVES)
    .flatMap(([key, child]) => readEntry(key, child, place, depth, found));
}

function readEntry(key: string, child: unknown, place: Place, depth: number, found: Found): readonly Place[] {
  const leaf = { key, parent: place.parent, depth, owner: place.value };
  const list = listIn(child);
  const read = list === undefined ? (objectIn(child) ?? child) : readList(key, list, place.value, found);
  const counts = isObject(read) ? gradeCounts(read) : undefined;
  if (counts !== undefined) {
    found.leaves.push({ ...leaf, value: counts, isReference: false });
    return [];
  }
  if (isObject(read)) {
    const name = nameIn(read);
    if (name !== undefined) found.leaves.push({ ...leaf, value: name, isReference: true });
    return [{ parent: key, value: read, isNamed: name !== undefined }];
  }
  // Of a thing whose name is told, the name again and an id for programs tell nothing.
  if (isScalar(read) && !(place.isNamed && ALSO_NAMES.test(key)))
    found.leaves.push({ ...leaf, value: read, isReference: list?.some(isObject) ?? false });
  return [];
}

/** Returns how many of each severity an object counts, in one text: `Critical 2, High 4`. `undefined` if it is no such count. */
function gradeCounts(value: JsonObject): string | undefined {
  const entries = Object.entries(value);
  const isCount = entries.every(([key, count]) => typeof count === 'number' && gradeOf(key) !== undefined);
  if (entries.length < 2 || !isCount) return undefined;
  return entries.map(([key, count]) => `${key} ${String(count)}`).join(', ');
}

/** Returns a list, or the one of objects in a JSON text. */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const parsed = typeof value === 'string' && /^\s*\[\s*\{/.test(value) ? parseMessage(value)?.[LIST_KEY] : undefined;
  return Array.isArray(parsed) ? parsed : undefined;
}

const ALSO_NAMES = /^(id|name|title|summary|login|slug|username|type|first_?name|last_?name|uuid)$/i;

/** A list of keys and values is an object, a list of scalars is one scalar, a list of things that only have a name is their names; any other list of objects is kept. */
function readList(key: string, list: readonly unknown[], owner: JsonObject, found: Found): unknown {
  const pairs = pairsIn(list);
  if (pairs !== undefined) return pairs;
  const scalars = list.slice(0, MAX_ITEMS).filter(isScalar);
  if (scalars.length > 0) return scalars.map(String).join(', ');
  const items = list.map(objectIn).filter((item) => item !== undefined);
  const names = items.map((item) => (isOnlyNamed(item) ? nameIn(item) : undefined));
  if (items.length > 0 && items.length <= MAX_ITEMS && names.every((name) => name !== undefined))
    return names.join(', ');
  if (items.length > 0) found.lists.push({ key, items, owner: { ...found.root, ...owner } });
  return undefined;
}

/** True for a reference as APIs give one: a name, with ids, types and addresses beside it. */
function isOnlyNamed(item: JsonObject): boolean {
  return Object.keys(item).every((key) =>
    /(^|_)(id|type|name|title|summary|self|url|href|login|avatar|email|slug|uuid)$/i.test(key),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
