import { isObject } from '../base/json.js';
import { mayBeSecret } from '../base/secret-shapes.js';
import type { HttpToken } from '../domain/key-ring.js';

/** Records a problem. */
export type Note = (problem: string) => void;

/** Reads `httpTokens`: a token, or a list of tokens, each alone or limited to robots. One that cannot be read is left out. */
export function readTokens(value: unknown, note: Note): readonly HttpToken[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value ? [value] : [];
  return list.flatMap((entry, index) => {
    const token = readToken(entry);
    if (!token) note(`httpTokens[${index}]: neither a text nor {"token": "…", "robots": ["…"]}`);
    return token ?? [];
  });
}

function readToken(entry: unknown): HttpToken | undefined {
  const token = isObject(entry) ? entry['token'] : entry;
  if (typeof token !== 'string' || token.trim() === '') return undefined;
  const robots = isObject(entry) ? entry['robots'] : undefined;
  if (robots === undefined) return { token: token.trim() };
  return Array.isArray(robots) && robots.every((name) => typeof name === 'string' && !isSwapped(name, token))
    ? { token: token.trim(), robots }
    : undefined; // A limit that cannot be read must not turn into no limit.
}

/** Returns true if the name may be a secret and the value cannot be one. */
export function isSwapped(name: string, value: unknown): boolean {
  return mayBeSecret(name) && typeof value === 'string' && !mayBeSecret(value);
}
