import { arrayAt, isObject, type JsonObject, objectAt, textAt } from '../../src/base/json.js';
import { type CodeFile, lineOf, readCode, spanOf } from './code-files.js';
import { evaluateString } from './evaluate-string.js';
import { importsOf } from './imports.js';

/** A regular expression of the code. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** `path:line`. */
  readonly place: string;
  /** Parts of it that only a call knows. Each stands in `source` as the letter x. */
  readonly parameters: readonly string[];
}

/** Returns the regular expressions of a file: literals, and those that `RegExp` makes of strings. */
export function expressionsOf(file: CodeFile): readonly Expression[] {
  return file.nodes.flatMap((node) => {
    const found = isObject(node['regex']) ? literal(node) : made(file, node);
    return found ? [{ ...found, place: `${file.path}:${lineOf(file.text, spanOf(node)[0])}` }] : [];
  });
}

/** Returns an expression as JavaScript writes it, by which it is told from others. */
export function keyOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  return `/${source.replaceAll('\n', '\\n')}/${flags}`;
}

type Found = Omit<Expression, 'place'>;

function literal(node: JsonObject): Found {
  const { pattern, flags } = objectAt(node, 'regex');
  return { source: String(pattern), flags: String(flags), parameters: [] };
}

function made(file: CodeFile, node: JsonObject): Found | undefined {
  if (textAt(node, 'callee', 'name') !== 'RegExp') return undefined;
  const [pattern, flags] = arrayAt(node, 'arguments');
  const { text, parameters } = evaluateString(pattern, constantsOf(file));
  return { source: text, flags: textAt(flags, 'value') ?? '', parameters };
}

/** Returns the nodes of a file's constants by name, and those of the files that it imports. */
function constantsOf(file: CodeFile): ReadonlyMap<string, unknown> {
  const imported = importsOf(file).filter(({ kind }) => kind === 'ImportDeclaration');
  const nodes = [...imported.map(({ to }) => readCode(to)), file].flatMap((each) => each.nodes);
  return new Map(
    nodes
      .filter((node) => node['type'] === 'VariableDeclarator' && node['init'])
      .map((node) => [textAt(node, 'id', 'name') ?? '', node['init']]),
  );
}
