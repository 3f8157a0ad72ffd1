import { at, isObject, type JsonObject, objectAt } from '../../src/base/json.js';

/** What CloudFormation fills in. */
export interface Surroundings {
  readonly region: string;
  readonly partition: string;
  readonly stackName: string;
}

type Values = Readonly<Record<string, unknown>>;

/** A template of which every condition and parameter is worked out. */
export interface Evaluated {
  readonly resources: Values;
  readonly outputs: Values;
}

const NOTHING = Symbol('AWS::NoValue');

/**
 * Works out a template as CloudFormation does: rules, conditions, parameters and functions of texts. References to resources stay.
 * @param given values of parameters. The others have their defaults.
 * @throws {Error} If a value or a rule is not kept, or a function gets what CloudFormation would refuse.
 */
export function evaluateTemplate(
  template: unknown,
  given: Readonly<Record<string, string>>,
  around: Surroundings,
): Evaluated {
  const values: Values = {
    ...parametersOf(objectAt(template, 'Parameters'), given),
    'AWS::Region': around.region,
    'AWS::Partition': around.partition,
    'AWS::StackName': around.stackName,
    'AWS::AccountId': '111122223333',
    'AWS::URLSuffix': around.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    'AWS::NoValue': NOTHING,
  };
  const conditions = objectAt(template, 'Conditions');
  // CloudFormation works out all of them, also those that nothing asks for.
  const flags = new Map<string, boolean>();
  const flagOf = (name: string): boolean => {
    const known = flags.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(conditions, name)) throw new Error(`There is no condition ${name}`);
    const value = isTrue(conditions[name], values, flagOf);
    flags.set(name, value);
    return value;
  };
  for (const name of Object.keys(conditions)) flagOf(name);
  checkRules(objectAt(template, 'Rules'), values, flagOf);
  const worked = (section: string): Values =>
    Object.fromEntries(
      Object.entries(objectAt(template, section)).flatMap(([id, one]) => {
        const { Condition, ...rest } = objectAt(one);
        return Condition === undefined || flagOf(String(Condition)) ? [[id, resolve(rest, values, flagOf)]] : [];
      }),
    );
  return { resources: worked('Resources'), outputs: worked('Outputs') };
}

function parametersOf(parameters: JsonObject, given: Readonly<Record<string, string>>): Values {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(parameters, name));
  if (unknown !== undefined) throw new Error(`There is no parameter ${unknown}`);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => {
      const value = given[name] ?? at(parameter, 'Default');
      if (value === undefined) throw new Error(`${name} has no value`);
      checkParameter(name, String(value), objectAt(parameter));
      return [name, String(value)];
    }),
  );
}

function checkParameter(name: string, value: string, parameter: JsonObject): void {
  if (!isTaken(value, parameter)) throw new Error(`Parameter ${name} does not take ${value}`);
}

/** Returns true if a parameter takes a value. */
export function isTaken(value: string, parameter: object): boolean {
  const { Type, AllowedPattern, AllowedValues, MinValue, MaxValue, MaxLength } = objectAt(parameter);
  return (
    (Type !== 'Number' || /^-?\d+$/.test(value)) &&
    (AllowedPattern === undefined || new RegExp(`^(?:${String(AllowedPattern)})$`, 'u').test(value)) &&
    (!Array.isArray(AllowedValues) || AllowedValues.map(String).includes(value)) &&
    (MinValue === undefined || Number(value) >= Number(MinValue)) &&
    (MaxValue === undefined || Number(value) <= Number(MaxValue)) &&
    (MaxLength === undefined || value.length <= Number(MaxLength))
  );
}

type FlagOf = (name: string) => boolean;

function checkRules(rules: JsonObject, values: Values, flagOf: FlagOf): void {
  for (const [name, rule] of Object.entries(rules)) {
    const condition = at(rule, 'RuleCondition');
    if (condition !== undefined && !isTrue(condition, values, flagOf)) continue;
    const assertion = at(rule, 'Assertions', 0);
    if (!isTrue(at(assertion, 'Assert'), values, flagOf))
      throw new Error(`Rule ${name}: ${String(at(assertion, 'AssertDescription'))}`);
  }
}

function isTrue(value: unknown, values: Values, flagOf: FlagOf): boolean {
  const [[name, argument] = ['', undefined]] = Object.entries(objectAt(value));
  const operands = Array.isArray(argument) ? argument : [];
  const of = (one: unknown): boolean => isTrue(one, values, flagOf);
  const text = (one: unknown): unknown => resolve(one, values, flagOf);
  switch (name) {
    case 'Condition':
      return flagOf(String(argument));
    case 'Fn::Equals':
      return text(operands[0]) === text(operands[1]);
    case 'Fn::Not':
      return !of(operands[0]);
    case 'Fn::And':
      return several(operands).every(of);
    case 'Fn::Or':
      return several(operands).some(of);
    case 'Fn::Contains':
      return (text(operands[0]) as readonly unknown[]).includes(text(operands[1]));
    default:
      throw new Error(`${name} is no condition`);
  }
}

/** CloudFormation takes two to ten operands. */
function several(operands: readonly unknown[]): readonly unknown[] {
  if (operands.length < 2 || operands.length > 10) throw new Error(`A condition has ${operands.length} operands`);
  return operands;
}

/** Returns a value with everything worked out that is known: numbers and flags as their texts, as CloudFormation takes either. */
function resolve(value: unknown, values: Values, flagOf: FlagOf): unknown {
  const of = (one: unknown): unknown => resolve(one, values, flagOf);
  if (Array.isArray(value)) return value.map(of).filter((one) => one !== NOTHING);
  if (!isObject(value)) return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  const [entry, ...others] = Object.entries(value);
  const known = entry && others.length === 0 ? FUNCTIONS[entry[0]] : undefined;
  if (known && entry) return known(entry[1], of, values, flagOf);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const resolved = of(one);
      return resolved === NOTHING ? [] : [[key, resolved]];
    }),
  );
}

type Function = (argument: unknown, of: (one: unknown) => unknown, values: Values, flagOf: FlagOf) => unknown;

const FUNCTIONS: Readonly<Record<string, Function>> = {
  Ref: (name, _, values) => (Object.hasOwn(values, String(name)) ? values[String(name)] : { Ref: name }),
  'Fn::If': (argument, of, _, flagOf) => of(at(argument, flagOf(String(at(argument, 0))) ? 1 : 2)),
  'Fn::Join': (argument, of) => joined(String(at(argument, 0)), listOf(of(at(argument, 1)))),
  'Fn::Split': (argument, of) => textOf(of(at(argument, 1))).split(String(at(argument, 0))),
  'Fn::Select': (argument, of) => {
    const found = listOf(of(at(argument, 1)))[Number(at(argument, 0))];
    if (found === undefined) throw new Error('Fn::Select cannot select nonexistent value');
    return found;
  },
  'Fn::Sub': (text, _, values) => {
    const filled = textOf(text).replace(/\$\{([^}]+)\}/g, (whole, name: string) =>
      typeof values[name] === 'string' ? String(values[name]) : whole,
    );
    return filled.includes('${') ? { 'Fn::Sub': filled } : filled;
  },
};

/** Joins what is known, and leaves the rest to CloudFormation. */
function joined(separator: string, list: readonly unknown[]): unknown {
  return list.every((one) => typeof one === 'string') ? list.join(separator) : { 'Fn::Join': [separator, list] };
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}`);
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Not a list: ${JSON.stringify(value)}`);
  return value;
}
