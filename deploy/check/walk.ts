import { isObject, type JsonObject } from '../../src/base/json.js';

/** A value somewhere in a template, and its path: `Resources.Queue.Properties.RedrivePolicy`. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
}

/** Yields a value and everything in it, outermost first. */
export function* walk(value: unknown, path: string): Generator<Place> {
  yield { path, value };
  const children = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  for (const [key, child] of children) yield* walk(child, `${path}.${key}`);
}

/** Returns the template's resources that are objects, by logical id. */
export function resourcesIn(template: unknown): readonly (readonly [id: string, resource: JsonObject])[] {
  const resources = isObject(template) ? template['Resources'] : undefined;
  return isObject(resources)
    ? Object.entries(resources).flatMap(([id, one]) => (isObject(one) ? [[id, one] as const] : []))
    : [];
}
