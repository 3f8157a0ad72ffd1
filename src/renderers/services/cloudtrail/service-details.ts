import { isObject, type JsonObject, objectAt, textAt } from '../../../base/json.js';
import { firstText } from '../../toolkit/first-value.js';

/** Keys of an action's state and of the sentence about it, wherever a service puts them. */
const STATES = ['state', 'status', 'State', 'Status', 'result', 'outcome'];
const MESSAGES = [
  ...['failureReason', 'FailureReason', 'errorMessage', 'statusMessage', 'stateMessage', 'statusReason', 'reason'],
  ...['message', 'Message'],
];

/** Most entries of an object that are looked at: more than any service tells. */
const MOST_ENTRIES = 100;

/**
 * Returns what a service tells of its own action: `serviceEventDetails`, with the content of an object inside that holds
 * its state laid over it (Control Tower's `createManagedAccountStatus`, `createAccountStatus` of Organizations).
 */
export function serviceDetails(detail: JsonObject): JsonObject {
  const details = narrowed(objectAt(detail, 'serviceEventDetails'));
  const inner = Object.values(details).find((value) => firstText(value, STATES) !== undefined);
  return isObject(inner) ? { ...details, ...narrowed(inner) } : details;
}

function narrowed(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).slice(0, MOST_ENTRIES));
}

/** Returns the state of a service's own action in its own word, by the action's name too: `"UserAuthentication": "Failure"`. */
export function serviceState(detail: JsonObject): string | undefined {
  const details = serviceDetails(detail);
  return firstText(details, [...STATES, textAt(detail, 'eventName') ?? '']) ?? firstText(detail, MORE_STATES);
}

const MORE_STATES = ['additionalEventData.state', 'additionalEventData.status', 'additionalEventData.Status'];

/** Returns the sentence about a service's own action. */
export function serviceMessage(detail: JsonObject): string | undefined {
  return firstText(serviceDetails(detail), MESSAGES);
}
