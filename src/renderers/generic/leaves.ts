import { isObject } from '../../base/json.js';

/** A scalar somewhere in an event. */
export interface Leaf {
  /** The last key on the way to it. */
  readonly key: string;
  /** The key of the object it stands in; empty at the top. */
  readonly parent: string;
  readonly depth: number;
  readonly value: string | number | boolean;
}

/** Deeper, more or longer is not for people, and must not take our time either. */
const MAX_DEPTH = 4;
const MAX_LEAVES = 200;
const MAX_ITEMS = 5;

/** The scalars of an event, the shallow ones first, else in its own order. Short lists of scalars are one scalar. */
export function leavesOf(detail: unknown): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let level: readonly (readonly [parent: string, value: object])[] = isObject(detail) ? [['', detail]] : [];
  for (let depth = 0; depth < MAX_DEPTH && leaves.length < MAX_LEAVES && level.length > 0; depth += 1) {
    const entries = level.flatMap(([parent, value]) =>
      Object.entries(value)
        .slice(0, MAX_LEAVES)
        .map(([key, child]) => ({ parent, key, child: unlisted(child) })),
    );
    for (const { parent, key, child } of entries)
      if (isScalar(child)) leaves.push({ key, parent, depth, value: child });
    level = entries.flatMap(({ key, child }) => (isObject(child) ? [[key, child] as const] : [])).slice(0, MAX_LEAVES);
  }
  return leaves.slice(0, MAX_LEAVES);
}

/** A list of scalars as one, a list of objects as its first; nothing of any other list. */
function unlisted(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const scalars = value.slice(0, MAX_ITEMS).filter(isScalar);
  return scalars.length > 0 ? scalars.map(String).join(', ') : value.find(isObject);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
