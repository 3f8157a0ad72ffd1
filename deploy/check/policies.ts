import { isDeepStrictEqual } from 'node:util';
import { arrayAt, at, isObject, type JsonObject, objectAt, textAt } from '../../src/base/json.js';
import { ALARM_READS } from '../resources/alarm-reads.js';
import { intrinsicOf } from './intrinsic.js';
import { resourcesIn, walk } from './walk.js';

interface Statement {
  readonly path: string;
  readonly value: JsonObject;
}

/** Checks that policies give no one more than was intended. Returns one line per fault. */
export function checkPolicies(template: unknown): readonly string[] {
  return allowing(template).flatMap(({ path, value }) => [
    ...wildcards(value).map((name) => `${path}.${name}: * allows more than intended`),
    ...(isService(value) && !namesSource(value) ? [`${path}: a service may act for any account`] : []),
  ]);
}

/** Checks that every permission to invoke a function says on whose behalf. Returns one line per fault. */
export function checkPermissions(template: unknown): readonly string[] {
  return resourcesIn(template).flatMap(([id, resource]) => {
    if (resource['Type'] !== 'AWS::Lambda::Permission') return [];
    const properties = objectAt(resource, 'Properties');
    const hasSource = ['SourceArn', 'SourceAccount'].some((name) => isGiven(properties[name]));
    const isAnyone = textAt(properties, 'Principal') === '*';
    return [
      ...(hasSource ? [] : [`${id}: anyone's ${textAt(properties, 'Principal') ?? 'service'} may invoke the function`]),
      ...(isAnyone ? [`${id}: anyone may invoke the function`] : []),
    ];
  });
}

/** Returns the statements that allow something, of every policy, wherever it is. */
function allowing(template: unknown): readonly Statement[] {
  return resourcesIn(template).flatMap(([id, resource]) =>
    [...walk(resource, id)].flatMap(({ path, value }) =>
      isObject(value) && value['Effect'] === 'Allow' && Object.hasOwn(value, 'Action') ? [{ path, value }] : [],
    ),
  );
}

/** All objects of a bucket of the stack: there is no other way to name them. */
const OBJECTS = /^\$\{\w+\.Arn\}\/\*$/;

/**
 * Returns the names with a `*`. The only ones allowed are the objects of a bucket, the principal of an organization, which its
 * condition names, and what the table of alarms' readers explains, in the regions that its condition names.
 */
function wildcards(statement: JsonObject): readonly string[] {
  const isOrganization = isGiven(at(statement, 'Condition', 'StringEquals', 'aws:PrincipalOrgID'));
  return ['Action', 'Resource', 'Principal', 'NotAction', 'NotResource', 'NotPrincipal'].filter((name) => {
    if (name.startsWith('Not')) return Object.hasOwn(statement, name);
    if (name === 'Principal' && isOrganization) return false;
    if (name === 'Resource' && isExplained(statement)) return false;
    return textsIn(statement[name]).some((text) => text.includes('*') && !(name === 'Resource' && OBJECTS.test(text)));
  });
}

/** Returns true if each action has just this resource in the table, and a region. */
function isExplained({ Action, Resource, Condition }: JsonObject): boolean {
  const isInTable = (action: string): boolean =>
    isDeepStrictEqual(Resource, Object.hasOwn(ALARM_READS, action) && ALARM_READS[action]?.resource);
  return isGiven(at(Condition, 'StringEquals', 'aws:RequestedRegion')) && textsIn(Action).every(isInTable);
}

function textsIn(value: unknown): readonly string[] {
  return [...walk(value, '')].flatMap(({ value: one }) => (typeof one === 'string' ? [one] : []));
}

/**
 * Returns true if the principal is a service. Roles are excepted: the service that may assume one is the function's
 * own.
 */
function isService({ Principal, Action }: JsonObject): boolean {
  return isObject(Principal) && Object.hasOwn(Principal, 'Service') && Action !== 'sts:AssumeRole';
}

function namesSource({ Condition }: JsonObject): boolean {
  return Object.values(objectAt(Condition)).some((test) =>
    ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID'].some((key) => isGiven(at(test, key))),
  );
}

/** Returns true for a text that is more than a wildcard, for a function, and for a list of these. */
function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return arrayAt(value).length > 0 && value.every(isGiven);
  return intrinsicOf(value) !== undefined || (typeof value === 'string' && /[^*]/.test(value));
}
