import { isObject, type JsonObject } from '../../src/base/json.js';

/**
 * EventBridge's matching, as far as our patterns use it: every field of the pattern must match; a field of a list of objects
 * matches where one of them does.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function matchesEventPattern(pattern: unknown, event: unknown): boolean {
  if (!isObject(pattern)) throw new TypeError('Cannot match as a pattern is an object of fields');
  return Object.entries(pattern).every(([name, expected]) =>
    name === '$or' ? isOneOf(expected, event) : matchesField(expected, valuesOf(event, name)),
  );
}

function isOneOf(patterns: unknown, event: unknown): boolean {
  if (!Array.isArray(patterns) || patterns.length < 2) {
    throw new TypeError('Cannot match as $or takes two patterns or more');
  }
  return patterns.some((one) => matchesEventPattern(one, event));
}

/** The field's values: of each object where there is a list of them. */
function valuesOf(event: unknown, name: string): readonly unknown[] {
  return [event]
    .flat()
    .filter(isObject)
    .flatMap((one) => (Object.hasOwn(one, name) ? [one[name]].flat() : []));
}

function matchesField(expected: unknown, values: readonly unknown[]): boolean {
  if (!Array.isArray(expected)) return values.some((value) => matchesEventPattern(expected, value));
  return expected.some((one) => (isObject(one) ? matchesOperator(one, values) : values.includes(one)));
}

/** Each operator, given its argument and one value. */
const OPERATORS: Readonly<Record<string, (argument: unknown, value: unknown) => boolean>> = {
  prefix: (argument, value) =>
    typeof value === 'string' && [argument].flat().some((one) => value.startsWith(String(one))),
  suffix: (argument, value) => typeof value === 'string' && value.endsWith(String(argument)),
  numeric: (argument, value) => Array.isArray(argument) && argument[0] === '>=' && Number(value) >= Number(argument[1]),
  'anything-but': (argument, value) =>
    isObject(argument) ? !matchesOperator(argument, [value]) : ![argument].flat().includes(value),
};

function matchesOperator(operator: JsonObject, values: readonly unknown[]): boolean {
  const [[name, argument] = ['', undefined]] = Object.entries(operator);
  if (name === 'exists') return values.length > 0 === argument;
  const test = OPERATORS[name];
  if (!test) throw new TypeError(`Cannot match by ${name}`);
  return values.some((value) => test(argument, value));
}
