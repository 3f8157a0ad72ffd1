/** An untrusted JSON object. Each reader here names the type it wants and returns `undefined` for any other. */
export type JsonObject = { readonly [key: string]: unknown };

/** Returns true for a JSON object, and false for a list and anything else. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value at a path. A step is an own key or an array index: `at(e, 'detail', 'containers', 0, 'name')`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** Returns a string that is not blank (trimmed), or a finite number or boolean as a string. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'string') return found.trim() || undefined;
  if (typeof found === 'boolean' || (typeof found === 'number' && Number.isFinite(found))) return String(found);
  return undefined;
}

/** Returns a finite number, or a string that is one as a number. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return Number.isFinite(found) ? found : undefined;
  if (typeof found !== 'string' || found.trim() === '') return undefined;
  const parsed = Number(found);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** Returns the object there, or an empty one. */
export function objectAt(value: unknown, ...path: readonly (string | number)[]): JsonObject {
  const found = at(value, ...path);
  return isObject(found) ? found : {};
}

/** Returns the array there, or an empty one. */
export function arrayAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Returns the text inside a JSON string, as EventBridge's input transformers write it; any other text unchanged. */
export function unquoted(text: string): string {
  if (!/^\s*"/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text; // The quotes belong to the text.
  }
}

/** Returns the JSON object in a text, byte order mark allowed, or `undefined` if it holds anything else. Never throws. */
export function parseObject(text: string): JsonObject | undefined {
  return /^\s*\{/.test(text) ? parsed<JsonObject>(text) : undefined;
}

/** Returns the JSON list in a text, or `undefined` if it holds anything else. Never throws. */
export function parseList(text: string): readonly unknown[] | undefined {
  return /^\s*\[/.test(text) ? parsed<readonly unknown[]>(text) : undefined;
}

/** Returns the JSON in a text: its first character says of what type it is, if it is JSON at all. */
function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text.trim()) as T;
  } catch {
    return undefined; // Not a failure: a text may begin with a bracket, and the caller then reads it as plain text.
  }
}

/** Returns a table's own value under an untrusted key: never what its prototype holds there (`constructor`). */
export function getOwn<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
