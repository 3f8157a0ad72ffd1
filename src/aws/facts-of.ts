import { at, isObject, textAt } from '../base/json.js';
import type { Facts } from '../domain/origin.js';
import { resourceName } from './arn.js';
import type { ServiceEvent } from './service-event.js';
import { tagsIn } from './tags.js';

/** Stands for every element of a list in a path. */
const EACH = '*';

type Path = readonly string[];

/** The places in which services name what an event is about, besides EventBridge's `resources`. */
const RESOURCES: readonly Path[] = [
  // RDS, ElastiCache, DMS and Redshift, by EventBridge and by SNS.
  ['SourceIdentifier'],
  ['SourceArn'],
  ['Source ID'],
  ['Source ARN'],
  ['SourceId'],
  ['instance-id'],
  ['EC2InstanceId'],
  ['AutoScalingGroupName'],
  ['stateMachineArn'],
  ['pipeline'],
  ['project-name'],
  ['application'],
  ['jobName'],
  ['clusterArn'],
  ['repository-name'],
  ['bucket', 'name'],
  ['backupVaultName'],
  ['resourceArn'],
  ['resourceId'],
  ['resource_id'],
  ['resource-id'],
  ['resource'],
  ['affectedEntities', EACH, 'entityValue'],
  // Inspector, Security Hub, GuardDuty, Macie.
  ['resources', EACH, 'id'],
  ['findings', EACH, 'Resources', EACH, 'Id'],
  ['resource', 'instanceDetails', 'instanceId'],
  ['resource', 's3BucketDetails', EACH, 'name'],
  ['resource', 'accessKeyDetails', 'userName'],
  ['resource', 'eksClusterDetails', 'name'],
  ['resource', 'rdsDbInstanceDetails', 'dbInstanceIdentifier'],
  ['resource', 'lambdaDetails', 'functionName'],
  ['resourcesAffected', 's3Bucket', 'name'],
];

/** Services whose `type` is that of a finding. */
const FINDERS: ReadonlySet<string> = new Set(['aws.guardduty', 'aws.inspector2', 'aws.macie']);
const FINDING_TYPES: readonly Path[] = [['findings', EACH, 'Types', EACH], ['findingType']];

const TAGS: readonly Path[] = [
  ['resource', 'instanceDetails', 'tags'],
  ['resources', EACH, 'tags'],
  ['findings', EACH, 'Resources', EACH, 'Tags'],
  ['resourcesAffected', 's3Bucket', 'tags'],
];

/** Most values of a kind. An event about thousands of things is not routed by the last of them. */
const MAX_VALUES = 100;

/** Returns what an event tells about its resources, findings and tags, for the rules that match on them. */
export function factsOf({ source, resources, detail }: ServiceEvent): Facts {
  const named = unique([...resources, ...textsAt(detail, RESOURCES)].flatMap((one) => [one, resourceName(one)]));
  const types = [...(FINDERS.has(source) ? textsAt(detail, [['type']]) : []), ...textsAt(detail, FINDING_TYPES)];
  const tags = Object.assign({}, ...TAGS.flatMap((path) => valuesAt(detail, path)).map(tagsIn));
  return {
    ...(source !== '' && { eventSource: source }),
    ...(named.length > 0 && { resources: named }),
    ...(types.length > 0 && { findingTypes: unique(types) }),
    ...(Object.keys(tags).length > 0 && { tags }),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, MAX_VALUES);
}

function textsAt(value: unknown, paths: readonly Path[]): readonly string[] {
  return paths.flatMap((path) => valuesAt(value, path).flatMap((found) => textAt(found) ?? []));
}

function valuesAt(value: unknown, [step, ...rest]: Path): readonly unknown[] {
  if (step === undefined) return [value];
  if (step === EACH)
    return Array.isArray(value) ? value.slice(0, MAX_VALUES).flatMap((one) => valuesAt(one, rest)) : [];
  return isObject(value) && Object.hasOwn(value, step) ? valuesAt(at(value, step), rest) : [];
}
