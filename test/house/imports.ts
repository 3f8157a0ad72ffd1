import { posix } from 'node:path';
import { numberAt, textAt } from '../../src/base/json.js';
import { type CodeFile, lineOf } from './code-files.js';

/** One import of another file of the project. */
export interface Import {
  /** The importing and the imported file, from the project's root. */
  readonly from: string;
  readonly to: string;
  readonly line: number;
  /** The kind of node, such as `ImportDeclaration`. */
  readonly kind: string;
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** Returns what a file imports by a relative path, types included. */
export function importsOf({ path, text, nodes }: CodeFile): readonly Import[] {
  return nodes.flatMap((node) => {
    const kind = textAt(node, 'type') ?? '';
    const specifier = textAt(node, 'source', 'value');
    if (!IMPORTING.has(kind) || !specifier?.startsWith('.')) return [];
    const to = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
    return [{ from: path, to, line: lineOf(text, numberAt(node, 'start') ?? 0), kind }];
  });
}
