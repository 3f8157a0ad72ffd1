import { isObject } from '../../src/base/json.js';

/** Parameters that CloudFormation itself fills in. */
const PSEUDO_PARAMETERS: ReadonlySet<string> = new Set(
  ['AccountId', 'NotificationARNs', 'NoValue', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
    (name) => `AWS::${name}`,
  ),
);

/** A resource that a value refers to, and the attribute it asks for. A Ref asks for no attribute. */
export interface Reference {
  readonly id: string;
  readonly attribute?: string;
}

/** `{ Ref }`, `{ 'Fn::GetAtt' }`, `{ 'Fn::Sub' }`…, with its argument. */
export interface Intrinsic {
  readonly name: string;
  readonly argument: unknown;
}

/** Returns the function that a value is, if it is one: an object with this one key. */
export function intrinsicOf(value: unknown): Intrinsic | undefined {
  const [entry, ...others] = isObject(value) ? Object.entries(value) : [];
  if (!entry || others.length > 0) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** Returns the references of one function itself, not those of its arguments. Pseudo parameters are left out. */
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
