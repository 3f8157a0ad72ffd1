import { arrayAt, at, textAt } from '../../src/base/json.js';

/** A string as far as the code alone says it. */
export interface Evaluated {
  readonly text: string;
  /** Parts that only a call knows. Each stands in the text as the letter x. */
  readonly parameters: readonly string[];
}

/** Evaluates a node that makes a string: of literals, templates, joined lists and constants. */
export function evaluateString(node: unknown, constants: ReadonlyMap<string, unknown>): Evaluated {
  const inner = (each: unknown): Evaluated => evaluateString(each, constants);
  const name = textAt(node, 'name') ?? '';
  switch (textAt(node, 'type')) {
    case 'Literal':
      return { text: textAt(node, 'value') ?? '', parameters: [] };
    case 'TemplateLiteral':
      return template(node, 'cooked', inner);
    case 'TaggedTemplateExpression':
      return textAt(node, 'tag', 'property', 'name') === 'raw'
        ? template(at(node, 'quasi'), 'raw', inner)
        : unknown('tag');
    case 'CallExpression':
      return textAt(node, 'callee', 'property', 'name') === 'join' ? joined(node, inner) : unknown('call');
    case 'Identifier':
      return constants.has(name) ? inner(constants.get(name)) : unknown(name);
    default:
      return unknown('expression');
  }
}

const unknown = (name: string): Evaluated => ({ text: 'x', parameters: [name] });

function template(node: unknown, form: 'cooked' | 'raw', inner: (node: unknown) => Evaluated): Evaluated {
  const parts = arrayAt(node, 'quasis').map((quasi) => ({ text: textAt(quasi, 'value', form) ?? '', parameters: [] }));
  const between = arrayAt(node, 'expressions').map(inner);
  return concat(parts.flatMap((part, index) => [part, ...between.slice(index, index + 1)]));
}

function joined(node: unknown, inner: (node: unknown) => Evaluated): Evaluated {
  const separator = inner(at(node, 'arguments', 0));
  const parts = arrayAt(node, 'callee', 'object', 'elements').map(inner);
  return concat(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

function concat(parts: readonly Evaluated[]): Evaluated {
  return { text: parts.map(({ text }) => text).join(''), parameters: parts.flatMap(({ parameters }) => parameters) };
}
