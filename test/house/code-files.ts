import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';
import { isObject, type JsonObject, numberAt } from '../../src/base/json.js';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of code, and every node of its syntax tree. */
export interface CodeFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly nodes: readonly JsonObject[];
}

/** Returns the paths of the code files in a folder and below, from the project's root. */
export function codePaths(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|js)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length).replaceAll(sep, '/'))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Reads and parses a file of code. */
export function readCode(path: string): CodeFile {
  const text = readText(path);
  return { path, text, nodes: nodesOf(text, path) };
}

/** Returns every node of a source's syntax tree. */
export function nodesOf(text: string, path: string): readonly JsonObject[] {
  const nodes: JsonObject[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value) && !(value instanceof RegExp)) {
      if (typeof value['type'] === 'string') nodes.push(value);
      Object.values(value).forEach(visit);
    }
  };
  visit(parseAst(text, { lang: 'ts' }, path));
  return nodes;
}

/** Returns the line of a position, counted from 1. */
export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** Returns a node's first and last position. */
export function spanOf(node: JsonObject): readonly [start: number, end: number] {
  return [numberAt(node, 'start') ?? 0, numberAt(node, 'end') ?? 0];
}
