import { isObject, objectAt, textAt } from '../../src/base/json.js';
import type { Evaluated } from './evaluate-template.js';

/** Subscriptions and permissions of other topics and accounts: what they are called follows from their ids, which a template does not know. */
const OF_OTHERS = /^(TopicSubscription|TopicPermission|AlarmActionPermission)./;
/** Lists of regions. Those of several topics stand in them as often, and an empty one for each parameter that is empty. */
const REGIONS = /^(aws:RequestedRegion|(TAG|DURATION|LOG)_REGIONS)$/;

/**
 * Returns a stack without what the ways of deploying have differently: the place of the code; the logical ids of subscriptions and permissions
 * of other topics and accounts; that the template's are each of one topic, and the package's of all topics of an account and region; and how often
 * a region stands in a list of regions. Everything else has to be equal.
 */
export function sameStack({ resources, outputs }: Evaluated): unknown {
  const own = Object.entries(resources).filter(([id]) => !OF_OTHERS.test(id));
  const others = Object.entries(resources).filter(([id]) => OF_OTHERS.test(id));
  return {
    outputs,
    resources: Object.fromEntries(own.map(([id, resource]) => [id, withSetsOfRegions(withoutCode(resource))])),
    ofOthers: [...new Set(others.map(([, resource]) => JSON.stringify(ofAllTopics(resource))))].sort(),
  };
}

function withoutCode(resource: unknown): unknown {
  const { Code: _, ...Properties } = objectAt(resource, 'Properties');
  return { ...objectAt(resource), Properties };
}

function ofAllTopics(resource: unknown): unknown {
  const properties = objectAt(resource, 'Properties');
  const source = textAt(properties, 'SourceArn') ?? '';
  const SourceArn = source.replace(/^(arn:[\w-]+:sns:[\w-]+:\d+:).*$/, '$1*');
  return Object.entries({ ...properties, SourceArn }).sort();
}

function withSetsOfRegions(value: unknown, key = ''): unknown {
  if (REGIONS.test(key))
    return [...new Set(Array.isArray(value) ? value : String(value).split(','))].filter(Boolean).sort();
  if (Array.isArray(value)) return value.map((one) => withSetsOfRegions(one));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withSetsOfRegions(one, name)]));
}
