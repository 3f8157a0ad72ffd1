import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { Routes } from '../../src/routing/rule.js';
import { compileRoutes, RouteError } from './compile-routes.js';

/** Larger files are no rules that a person wrote. */
const MAX_BYTES = 512 * 1024;

/**
 * Reads and checks a routes.yml.
 * @throws RouteError that names the file, the line, the rule and what is wrong.
 */
export function readRoutes(file: string): Routes {
  const text = readFileSync(file, 'utf8');
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw new RouteError(`${file}: Cannot read it as it must be at most ${MAX_BYTES} bytes`, []);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken)
    throw new RouteError(`${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`, []);
  try {
    // Aliases could blow a few lines up to gigabytes.
    return compileRoutes(document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch (error) {
    if (!(error instanceof RouteError)) throw error;
    throw new RouteError(`${file}:${lineOf(document, error.path, lines)}: ${error.message}`, error.path);
  }
}

/** The line of the innermost node on the way that the file has. */
function lineOf(document: Document, path: readonly (string | number)[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const key = keyNode(document, path.slice(0, length));
    const node = key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** An unknown key is at its key, not at its value. */
function keyNode(document: Document, path: readonly (string | number)[]): Node | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    ({ key }) => isNode(key) && 'value' in key && String(key.value) === String(path.at(-1)),
  );
  return isNode(pair?.key) ? pair.key : undefined;
}
