import { isObject, parseObject } from '../../src/base/json.js';

/** Into the JSON that a string holds: an SNS message, an alarm's `reasonData`. */
const INSIDE = Symbol('inside a string');

type Step = string | number | typeof INSIDE;

/** The way to one value of a sample. */
export type LeafPath = readonly Step[];

/** What takes a value's place. `undefined` deletes it. */
export const REPLACEMENTS: readonly (readonly [name: string, value: unknown])[] = [
  ['deleted', undefined],
  ["a name of every object's prototype", 'constructor'],
  ['null', null],
  ['an empty list', []],
  ['an empty object', {}],
  ['a number', 1795348800],
  ['a time that no Date can hold', 9e15],
  ['a boolean', true],
  ['an empty text', ''],
  ['a list of odd things', [null, [], {}, 1, 'x']],
  ['100 kB of text', '长'.repeat(33_334)],
];

/** The ways to all scalars of a sample, also inside JSON texts, and to the objects and lists around them. */
export function pathsIn(value: unknown): readonly LeafPath[] {
  const inside = typeof value === 'string' ? parseObject(value) : undefined;
  if (inside !== undefined) return [[], ...below(INSIDE, inside).filter((path) => path.length > 1)];
  const children: readonly (readonly [Step, unknown])[] = Array.isArray(value)
    ? value.map((child, index) => [index, child] as const)
    : Object.entries(isObject(value) ? value : {});
  return [[], ...children.flatMap(([step, child]) => below(step, child))];
}

function below(step: Step, value: unknown): readonly LeafPath[] {
  return pathsIn(value).map((path) => [step, ...path]);
}

/** The sample with one value replaced. */
export function spoil(value: unknown, [step, ...rest]: LeafPath, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (step === INSIDE) return JSON.stringify(spoil(parseObject(String(value)), rest, replacement));
  if (Array.isArray(value))
    return value.map((child, index) => (index === step ? spoil(child, rest, replacement) : child));
  const entries = Object.entries(isObject(value) ? value : {});
  const spoiled = entries.map(([key, child]) => [key, key === step ? spoil(child, rest, replacement) : child] as const);
  return Object.fromEntries(spoiled.filter(([, child]) => child !== undefined));
}

/** Returns the text at the end of a way; `undefined` if something else stands there. */
export function textAtPath(value: unknown, [step, ...rest]: LeafPath): string | undefined {
  if (step === undefined) return typeof value === 'string' ? value : undefined;
  if (step === INSIDE) return textAtPath(parseObject(String(value)), rest);
  if (Array.isArray(value)) return textAtPath(value[Number(step)], rest);
  return isObject(value) ? textAtPath(value[step], rest) : undefined;
}

/** The way as a person writes it. */
export function pathText(path: LeafPath): string {
  return path.map((step) => (step === INSIDE ? '«»' : String(step))).join('.');
}
