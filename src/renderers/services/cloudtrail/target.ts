import { isObject, type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { firstText } from '../../toolkit/first-value.js';
import { serviceDetails } from './service-details.js';

/** A parameter that names a thing. */
const NAME = /(name|id|arn|identifier|key|target)s?$/i;
/** One that only looks like it. */
const NO_NAME = /token|session|version|client|request|owner|credential/i;
/** One that names what the target lies in, or how it was done: it counts if nothing else is named. */
const AROUND =
  /^(identityStore|directory|instanceArn|catalog|document|workflow|operation|accountId|organizationalUnit)/i;

/** Secrets Manager ends a secret's ARN with six characters that are not its name. */
const SECRET_TAIL = /^(arn:[^:]*:secretsmanager:.*)-\w{6}$/;

/** Most names that a title has room for: the group, and who was added to it. */
const MAX_NAMES = 2;

/**
 * Returns the target of the call: the first parameter that names a thing, and the first of an object among the parameters;
 * else the resource that CloudTrail lists, else what the target lies in.
 */
export function targetOf(detail: JsonObject): string | undefined {
  // Under the event's own name stands its result.
  const { [textAt(detail, 'eventName') ?? '']: _, ...told } = serviceDetails(detail);
  const places = [objectAt(detail, 'requestParameters'), objectAt(detail, 'additionalEventData'), told];
  const named = namedIn(places, (key) => !AROUND.test(key));
  if (named.length > 0) return named.join(' / ');
  const resource = firstText(detail, ['requestParameters.instancesSet.items.0.instanceId', 'resources.0.ARN']);
  return resource ?? namedIn(places, (key) => AROUND.test(key))[0];
}

function namedIn(places: readonly JsonObject[], counts: (key: string) => boolean): readonly string[] {
  const own = places.flatMap((place) => namesIn(place, counts)).slice(0, 1);
  const inside = places.flatMap((place) =>
    Object.keys(place)
      .filter(counts)
      .map((key) => onlyObject(place[key])),
  );
  const nested = inside.flatMap((object) => namesIn(object, () => true).slice(0, 1));
  return [...new Set([...own, ...nested])].slice(0, own.length > 0 ? MAX_NAMES : 1);
}

/** Returns the object itself, or the only one of a list: of several, none stands for all. */
function onlyObject(value: unknown): JsonObject {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return isObject(only) ? only : {};
}

function namesIn(place: JsonObject, counts: (key: string) => boolean): readonly string[] {
  return Object.keys(place)
    .filter((key) => NAME.test(key) && !NO_NAME.test(key) && counts(key))
    .map((key) => firstText({ name: textAt(place, key)?.replace(SECRET_TAIL, '$1') ?? place[key] }, 'name'))
    .filter((name) => name !== undefined);
}
