import { readFileSync } from 'node:fs';
import { type Document, LineCounter } from 'yaml';
import type { Routes } from '../../src/routing/rule.js';
import { fileFault } from '../command-line/file-fault.js';
import { compileRoutes } from './compile-routes.js';
import { lineOf } from './line-of.js';
import type { Path } from './mistake.js';
import { parseYaml } from './parse-yaml.js';
import { RouteError } from './route-error.js';

/** Largest file. No person writes a larger one. */
const MAX_BYTES = 512 * 1024;
/** Most aliases, which could expand a few lines to gigabytes. */
const MAX_ALIASES = 100;
/** More mistakes than this are only counted. */
const MAX_MISTAKES = 20;

/** A routes.yml, compiled, and the lines of its parts. */
export interface RoutesFile {
  readonly routes: Routes;
  readonly lineOf: (path: Path) => number;
}

/**
 * Reads and checks a routes.yml.
 * @throws {RouteError} If it is wrong. Names the file, and the line, the rule and the allowed values of each mistake.
 */
export function readRoutes(file: string): Routes {
  return readRoutesFile(file).routes;
}

/**
 * Reads and checks a routes.yml, and keeps its lines.
 * @throws {RouteError} As {@link readRoutes}.
 */
export function readRoutesFile(file: string): RoutesFile {
  const lines = new LineCounter();
  const document = parseYaml(readText(file), lines);
  const broken = document.errors.map(({ pos: [at], message }) => {
    const [what] = message.split('\n');
    return `${file}:${lines.linePos(at).line}: Cannot read the file as YAML: ${what}`;
  });
  if (broken.length > 0) throw errorOf(broken);
  const compiled = compileRoutes(contentOf(document, file) ?? {});
  if ('routes' in compiled) return { routes: compiled.routes, lineOf: (path) => lineOf(path, document, lines) };
  throw errorOf(compiled.mistakes.map(({ path, message }) => `${file}:${lineOf(path, document, lines)}: ${message}`));
}

function errorOf(mistakes: readonly string[]): RouteError {
  const more = mistakes.length - MAX_MISTAKES;
  return new RouteError([...mistakes.slice(0, MAX_MISTAKES), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
}

function readText(file: string): string {
  const text = textOf(file);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_BYTES) return text;
  throw new RouteError(
    `${file}: Cannot read the file as it must be at most ${MAX_BYTES} bytes: current value is ${bytes}`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new RouteError(`${file}: ${fileFault(cause)}`, { cause });
  }
}

function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new RouteError(`${file}: Cannot read the file as YAML: ${String(cause)}`, { cause });
  }
}
