import { type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { firstText } from '../../toolkit/first-value.js';

/** Keys of a call or a service's own action whose values name its target. */
const PLACES = ['requestParameters', 'additionalEventData', 'serviceEventDetails'] as const;

/** A parameter that names a thing. */
const NAME = /(name|id|arn|identifier|key)s?$/i;
/** One that only looks like it. */
const NO_NAME = /token|session|version|client|request|owner/i;

/** Secrets Manager ends a secret's ARN with six characters that are not its name. */
const SECRET_TAIL = /^(arn:[^:]*:secretsmanager:.*)-\w{6}$/;

/** Returns the target of the call: the first parameter that is a name, else the resource that CloudTrail lists. */
export function targetOf(detail: JsonObject): string | undefined {
  const named = PLACES.flatMap((place) => namesIn(objectAt(detail, place)));
  return named[0] ?? firstText(detail, ['requestParameters.instancesSet.items.0.instanceId', 'resources.0.ARN']);
}

function namesIn(place: JsonObject): readonly string[] {
  return Object.keys(place)
    .filter((key) => NAME.test(key) && !NO_NAME.test(key))
    .map((key) => firstText({ name: textAt(place, key)?.replace(SECRET_TAIL, '$1') ?? place[key] }, 'name'))
    .filter((name) => name !== undefined);
}
