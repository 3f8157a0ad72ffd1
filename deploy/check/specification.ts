import type { Property, PropertyType, Resource, SpecDatabase } from '@aws-cdk/service-spec-types';
import { isObject, objectAt, textAt } from '../../src/base/json.js';
import { intrinsicOf } from './intrinsic.js';
import { checkReferences } from './references.js';
import { resourcesIn } from './walk.js';

const RESOURCE_ATTRIBUTES = ['Type', 'Properties', 'DependsOn', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'];
const POLICIES: readonly unknown[] = [undefined, 'Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];
type Check = (value: unknown, path: string) => readonly string[];
type Properties = Readonly<Record<string, Property>>;

/**
 * Checks a template against CloudFormation's specification: the types of resources, their properties, which of them are
 * required, the values of each, and everything referred to.
 * @returns one line per fault, with its path.
 * @see https://github.com/cdklabs/awscdk-service-spec
 */
export function checkSpecification(template: unknown, database: SpecDatabase): readonly string[] {
  const resources = resourcesIn(template).flatMap(([id, resource]) => {
    const path = `template.Resources.${id}`;
    const type = textAt(resource, 'Type') ?? '';
    const [spec] = database.lookup('resource', 'cloudFormationType', 'equals', type);
    return [
      ...checkFrame(resource, path),
      ...(spec ? propertiesOf(spec, resource, path, database) : [noSuch(type, path)]),
    ];
  });
  return [...resources, ...checkReferences(template, database)];
}

const noSuch = (type: string, path: string): string => `${path}: there is no resource type ${type}`;

function propertiesOf(spec: Resource, resource: unknown, path: string, database: SpecDatabase): readonly string[] {
  return checkObject(objectAt(resource, 'Properties'), `${path}.Properties`, spec.properties, database);
}

function checkFrame(resource: Readonly<Record<string, unknown>>, path: string): readonly string[] {
  const unknown = Object.keys(resource).filter((name) => !RESOURCE_ATTRIBUTES.includes(name));
  return [
    ...unknown.map((name) => `${path}: a resource has no attribute ${name}`),
    ...['DeletionPolicy', 'UpdateReplacePolicy']
      .filter((name) => !POLICIES.includes(resource[name]))
      .map((name) => `${path}.${name}: ${String(resource[name])} is not a policy`),
  ];
}

function checkObject(value: unknown, path: string, properties: Properties, database: SpecDatabase): readonly string[] {
  if (!isObject(value)) return [`${path}: must be an object`];
  const missing = Object.entries(properties).filter(([name, { required }]) => required && value[name] === undefined);
  return [
    ...missing.map(([name]) => `${path}: lacks the required property ${name}`),
    ...Object.entries(value).flatMap(([name, child]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return property
        ? checkType(child, `${path}.${name}`, property.type, database)
        : [`${path}: there is no property ${name}`];
    }),
  ];
}

function checkType(value: unknown, path: string, type: PropertyType, database: SpecDatabase): readonly string[] {
  switch (type.type) {
    case 'ref':
      return checkObject(value, path, database.get('typeDefinition', type.reference).properties, database);
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, index) => checkType(one, `${path}.${index}`, type.element, database))
        : [`${path}: must be a list`];
    case 'map':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, one]) => checkType(one, `${path}.${key}`, type.element, database))
        : [`${path}: must be a map`];
    case 'union':
      return shortest(type.types.map((one) => checkType(value, path, one, database)));
    default:
      return PRIMITIVES[type.type](value, path).concat(checkAllowed(value, path, type));
  }
}

/** Returns the faults of the alternative of a union that was closest to being right. */
function shortest(alternatives: readonly (readonly string[])[]): readonly string[] {
  return alternatives.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function checkAllowed(value: unknown, path: string, type: PropertyType): readonly string[] {
  const allowed: readonly unknown[] = ('allowedValues' in type && type.allowedValues) || [];
  if (allowed.length === 0 || intrinsicOf(value) || allowed.includes(value)) return [];
  return [`${path}: ${String(value)} is not one of ${allowed.join(', ')}`];
}

const must =
  (be: string, accepts: (value: unknown) => boolean): Check =>
  (value, path) =>
    accepts(value) ? [] : [`${path}: must be ${be}`];
/** Returns true for a text, and for a function, as each that this template uses yields a text. */
const isText = (value: unknown): boolean => typeof value === 'string' || intrinsicOf(value) !== undefined;

const PRIMITIVES = {
  string: must('a text', isText),
  'date-time': must('a text', isText),
  integer: must('a whole number', Number.isInteger),
  number: must('a number', (value) => typeof value === 'number'),
  boolean: must('true or false', (value) => typeof value === 'boolean'),
  json: must('an object', (value) => isObject(value) && !intrinsicOf(value)),
  tag: must('a tag', (value) => isObject(value) && isText(value['Key']) && isText(value['Value'])),
  null: must('absent', (value) => value === null),
} as const satisfies Readonly<Record<string, Check>>;
