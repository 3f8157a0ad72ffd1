import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkSync } from 'recheck';
import { isObject, textAt } from '../../src/base/json.js';
import { ROOT } from './code-files.js';
import { type Expression, keyOf } from './expressions.js';

/** Judging all takes some seconds: what was found is kept until recheck has a new version. */
const CACHE = join(ROOT, '.cache/safe-expressions.json');
/** Longer, and an expression counts as unknown. Milliseconds. */
const TIMEOUT_MS = 60_000;

interface Cache {
  readonly version: string;
  readonly safe: readonly string[];
}

/**
 * Judges expressions by recheck's automaton, in JavaScript: `RECHECK_SYNC_BACKEND` has to be `pure`.
 * @returns a line for each that is vulnerable, or that recheck cannot judge.
 */
export function judge(expressions: readonly Expression[], version: string): readonly string[] {
  const safe = new Set(readCache(version));
  const known = safe.size;
  const faults: string[] = [];
  for (const expression of expressions) {
    const key = keyOf(expression);
    if (safe.has(key)) continue;
    const verdict = judgeOne(expression);
    if (verdict === 'safe') safe.add(key);
    else faults.push(`${expression.place}: ${key} is ${verdict}`);
  }
  if (safe.size > known) writeCache({ version, safe: [...safe].sort() });
  return faults;
}

/** Returns `safe`, or what is wrong in words. */
function judgeOne({ source, flags }: Expression): string {
  try {
    const found = checkSync(source, flags, { checker: 'automaton', timeout: TIMEOUT_MS });
    if (found.status === 'vulnerable') return `vulnerable: ${found.complexity.summary}`;
    return found.status === 'safe' ? 'safe' : `unknown to recheck: ${found.error.kind}`;
  } catch (error) {
    return `unknown to recheck: ${String(error)}`; // Its recursion was too deep.
  }
}

function readCache(version: string): readonly string[] {
  try {
    const cache: unknown = JSON.parse(readFileSync(CACHE, 'utf8'));
    return isObject(cache) && textAt(cache, 'version') === version ? (cache as unknown as Cache).safe : [];
  } catch {
    return []; // Not there yet.
  }
}

/** Replaces the file at once: another run may read it. */
function writeCache(cache: Cache): void {
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(`${CACHE}.${process.pid}`, `${JSON.stringify(cache, null, 2)}\n`);
  renameSync(`${CACHE}.${process.pid}`, CACHE);
}
