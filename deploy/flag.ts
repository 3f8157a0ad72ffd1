/**
 * A condition of the template by its name, and of what it is made. In a template it stands where CloudFormation wants the name, and is
 * written as that.
 */
export class Term {
  readonly name: string;
  /** CloudFormation's expression, in which other conditions stand by name. */
  readonly expression: object;
  /** The conditions in the expression. */
  readonly operands: readonly Term[];
  /** The condition of which this is the opposite. */
  readonly opposite: Term | undefined;

  constructor(name: string, expression: object, operands: readonly Term[] = [], opposite?: Term) {
    this.name = name;
    this.expression = expression;
    this.operands = operands;
    this.opposite = opposite;
  }

  toJSON(): string {
    return this.name;
  }
}

/** A condition: known while the template is made, or left to CloudFormation. */
export type Flag = boolean | Term;

const NO_VALUE = { Ref: 'AWS::NoValue' };

/** Returns an opposite as an expression, and another condition by its name. */
function asOperand({ name, expression, opposite }: Term): object {
  return opposite ? expression : { Condition: name };
}

/** Returns the opposite. */
export function not(flag: Flag): Flag {
  if (typeof flag === 'boolean') return !flag;
  return flag.opposite ?? new Term(`Not${flag.name}`, { 'Fn::Not': [{ Condition: flag.name }] }, [flag], flag);
}

/** Returns true if all are. */
export function all(...flags: readonly Flag[]): Flag {
  return flags.includes(false) ? false : combined('And', flags, true);
}

/** Returns true if one of them is. */
export function any(...flags: readonly Flag[]): Flag {
  return flags.includes(true) ? true : combined('Or', flags, false);
}

function combined(word: 'And' | 'Or', flags: readonly Flag[], ofNothing: boolean): Flag {
  const terms = [
    ...new Map(flags.flatMap((flag) => (flag instanceof Term ? [[flag.name, flag] as const] : []))).values(),
  ];
  const [only = ofNothing, ...others] = terms;
  if (others.length === 0) return only;
  const operands = terms.map(({ opposite }, index) => opposite ?? terms[index]).filter((one) => one !== undefined);
  return new Term(terms.map(({ name }) => name).join(word), { [`Fn::${word}`]: terms.map(asOperand) }, operands);
}

/** Gives a condition a shorter name. */
export function named(name: string, flag: Flag): Flag {
  return typeof flag === 'boolean' ? flag : new Term(name, flag.expression, flag.operands);
}

/** Returns the first value if the flag is set, else the second. */
export function either(flag: Flag, set: unknown, unset: unknown): unknown {
  if (typeof flag === 'boolean') return flag ? set : unset;
  if (flag.opposite) return either(flag.opposite, unset, set);
  return { 'Fn::If': [flag, set, unset] };
}

/** Returns values for a list, which are in it if the flag is set. */
export function part(flag: Flag, ...values: readonly unknown[]): readonly unknown[] {
  if (typeof flag === 'boolean') return flag ? values : [];
  return values.map((value) => either(flag, value, NO_VALUE));
}

/** Returns entries for a map, which are in it if the flag is set. */
export function entries(flag: Flag, map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof flag === 'boolean') return flag ? map : {};
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, either(flag, value, NO_VALUE)]));
}

/** Returns resources or outputs that are in the stack if the flag is set. */
export function provided<T extends object>(
  flag: Flag,
  map: Readonly<Record<string, T>>,
): Readonly<Record<string, T & { readonly Condition?: Term }>> {
  if (typeof flag === 'boolean') return flag ? map : {};
  return Object.fromEntries(Object.entries(map).map(([id, one]) => [id, { Condition: flag, ...one }]));
}

/** Returns the conditions on which a template depends, by name. */
export function conditionsIn(value: unknown): ReadonlyMap<string, object> {
  if (value instanceof Term) {
    return new Map([...value.operands.flatMap((one) => [...conditionsIn(one)]), [value.name, value.expression]]);
  }
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.values(value).flatMap((one) => [...conditionsIn(one)]));
}
