import { isObject } from '../../src/base/json.js';

/** What CloudFormation fills in by itself. */
const PSEUDO_PARAMETERS: ReadonlySet<string> = new Set(
  ['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
    (name) => `AWS::${name}`,
  ),
);

/** A resource that a value refers to, and the attribute it asks for: none for Ref. */
export interface Reference {
  readonly id: string;
  readonly attribute?: string;
}

/** `{ Ref }`, `{ 'Fn::GetAtt' }`, `{ 'Fn::Sub' }`…, with its argument. */
export interface Intrinsic {
  readonly name: string;
  readonly argument: unknown;
}

/** The function that a value is, if it is one: an object with this one key. */
export function intrinsicOf(value: unknown): Intrinsic | undefined {
  const [entry, ...others] = isObject(value) ? Object.entries(value) : [];
  if (!entry || others.length > 0) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** What one function refers to itself, not what its arguments do; pseudo parameters are left out. */
export function referencesOf({ name, argument }: Intrinsic): readonly Reference[] {
  return all(name, argument).filter(({ id }) => !PSEUDO_PARAMETERS.has(id));
}

function all(name: string, argument: unknown): readonly Reference[] {
  switch (name) {
    case 'Ref':
      return [{ id: String(argument) }];
    case 'Fn::GetAtt':
      return [attribute(Array.isArray(argument) ? argument.join('.') : String(argument))];
    case 'Fn::Sub': {
      const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
      const names = [...String(text).matchAll(/\$\{([^!}][^}]*)\}/g)].map((match) => match[1] ?? '');
      return names
        .filter((one) => !(isObject(variables) && Object.hasOwn(variables, one)))
        .map((one) => (one.startsWith('AWS::') || !one.includes('.') ? { id: one } : attribute(one)));
    }
    default:
      return [];
  }
}

function attribute(dotted: string): Reference {
  const [id = '', ...rest] = dotted.split('.');
  return { id, attribute: rest.join('.') };
}
