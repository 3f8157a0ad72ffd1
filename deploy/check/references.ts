import type { SpecDatabase } from '@aws-cdk/service-spec-types';
import { at, isObject, textAt } from '../../src/base/json.js';
import { intrinsicOf, type Reference, referencesOf } from './intrinsic.js';
import { resourcesIn, walk } from './walk.js';

const FUNCTIONS: ReadonlySet<string> = new Set(['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join']);

/**
 * Checks that everything a template refers to exists, attributes included, and that nothing waits for itself. Returns
 * one line per fault.
 */
export function checkReferences(template: unknown, database: SpecDatabase): readonly string[] {
  const types = new Map(resourcesIn(template).map(([id, resource]) => [id, textAt(resource, 'Type') ?? '']));
  const found = [...walk(template, 'template')].flatMap(({ path, value }) => {
    const intrinsic = intrinsicOf(value);
    if (!intrinsic) return [];
    if (!FUNCTIONS.has(intrinsic.name)) return [`${path}: ${intrinsic.name} is not a function that this template uses`];
    return referencesOf(intrinsic).flatMap((reference) => checkOne(reference, path, types, database));
  });
  return [...found, ...missingDependencies(template, types), ...cycles(template)];
}

function checkOne(
  { id, attribute }: Reference,
  path: string,
  types: ReadonlyMap<string, string>,
  database: SpecDatabase,
): readonly string[] {
  const type = types.get(id);
  if (type === undefined) return [`${path}: refers to ${id}, which does not exist`];
  if (attribute === undefined) return [];
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  const isKnown = resource && Object.hasOwn(resource.attributes, attribute);
  return isKnown ? [] : [`${path}: ${type} has no attribute ${attribute}`];
}

function dependenciesOf(resource: unknown): readonly string[] {
  const given = isObject(resource) ? resource['DependsOn'] : undefined;
  return given === undefined ? [] : [given].flat().map(String);
}

function missingDependencies(template: unknown, types: ReadonlyMap<string, string>): readonly string[] {
  return resourcesIn(template).flatMap(([id, resource]) =>
    dependenciesOf(resource)
      .filter((other) => !types.has(other))
      .map((other) => `template.Resources.${id}.DependsOn: refers to ${other}, which does not exist`),
  );
}

/** Returns each resource that waits for itself through others. */
function cycles(template: unknown): readonly string[] {
  const needs = new Map(resourcesIn(template).map(([id, resource]) => [id, neededBy(resource)]));
  const reach = (id: string, seen: Set<string>): Set<string> => {
    for (const other of needs.get(id) ?? []) {
      if (!seen.has(other)) reach(other, seen.add(other));
    }
    return seen;
  };
  return [...needs.keys()]
    .filter((id) => reach(id, new Set()).has(id))
    .map((id) => `template.Resources.${id}: waits for itself through ${[...(needs.get(id) ?? [])].join(', ')}`);
}

function neededBy(resource: unknown): ReadonlySet<string> {
  const referred = [...walk(at(resource, 'Properties'), '')].flatMap(({ value }) => {
    const intrinsic = intrinsicOf(value);
    return intrinsic ? referencesOf(intrinsic).map(({ id }) => id) : [];
  });
  return new Set([...dependenciesOf(resource), ...referred]);
}
