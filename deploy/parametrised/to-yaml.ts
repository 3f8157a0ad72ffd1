import { isObject } from '../../src/base/json.js';
import { intrinsicOf } from '../check/intrinsic.js';

/** Maps down to this depth have a line for each entry; what is deeper stands in one line, as a template has little room. */
const LINES_TO_DEPTH = 2;

/** Texts that need no quotes, also between brackets. YAML 1.1, as CloudFormation reads it, takes some words for booleans or nothing. */
const PLAIN = /^[A-Za-z_/][\w/.-]*( [\w/.-]+)*$/;
const WORDS = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** Functions that have a tag and take their argument as it is. */
const TAGGED = /^(Ref|Condition|Fn::(And|Equals|GetAtt|If|Join|Not|Or|Select|Split|Sub))$/;

/** Writes a template as YAML, functions in their short form. */
export function toYaml(template: object): string {
  return `${Object.entries(template)
    .map(([key, value]) => entry(key, value, 0))
    .join('\n')}\n`;
}

function entry(key: string, value: unknown, depth: number): string {
  const indent = '  '.repeat(depth);
  const isDeep = depth + 1 >= LINES_TO_DEPTH || !isObject(value) || tagged(value) !== undefined;
  if (isDeep || Object.keys(value).length === 0) return `${indent}${scalar(key)}: ${inLine(value)}`;
  const lines = Object.entries(value).map(([name, one]) => entry(name, one, depth + 1));
  return `${indent}${scalar(key)}:\n${lines.join('\n')}`;
}

function inLine(value: unknown): string {
  const short = tagged(value);
  if (short !== undefined) return short;
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${entries.map(([key, one]) => `${scalar(key)}: ${inLine(one)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? scalar(value) : JSON.stringify(value);
}

/** Returns a function in its short form, if the value is one. */
function tagged(value: unknown): string | undefined {
  const { name, argument } = functionOf(value) ?? { name: '', argument: undefined };
  if (!TAGGED.test(name)) return undefined;
  const dotted = name === 'Fn::GetAtt' && Array.isArray(argument) ? argument.join('.') : argument;
  return `!${name.replace('Fn::', '')} ${inLine(dotted)}`;
}

function functionOf(value: unknown) {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined;
  // A condition's name in an expression: in a policy, `Condition` is a map.
  if (typeof value['Condition'] === 'string') return { name: 'Condition', argument: value['Condition'] };
  return intrinsicOf(value);
}

function scalar(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return text.includes("'") || /[^\x20-\x7e\u2010-\uffe6]/.test(text) ? JSON.stringify(text) : `'${text}'`;
}
