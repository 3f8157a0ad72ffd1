import type { ServiceEvent } from '../aws/service-event.js';
import { isObject } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';

import { payloadOf } from '../payloads/payloads.js';
import { adviceFor } from '../payloads/unrecognised.js';
import { answerAllDelivered } from './delivered.js';
import type { Envelope, RecordOutcome } from './envelope.js';

/**
 * A direct invocation with a message: an object that is a payload, or a text, such as an EventBridge input transformer or a
 * Scheduler target produces. Matched last.
 */
export const plainInvocation: Envelope = {
  name: 'plain-invocation',
  matches: (value) => payloadOf(value) !== undefined,
  open: (value, outer) => [eventOf(value, outer)],
  answer: answerWithResults,
};

/** A direct invocation with any other object: it is shown in the generic form, unless it is connected by mistake. */
export const plainObject: Envelope = {
  name: 'plain-object',
  matches: (value) => isObject(value) && Object.keys(value).length > 0 && adviceFor(value) === undefined,
  open: (value, outer) => [eventOf(value, outer)],
  answer: answerWithResults,
};

function eventOf(value: unknown, outer: ServiceEvent): ServiceEvent {
  const text = typeof value === 'string' ? value : '';
  return { ...outer, detail: isObject(value) ? value : (parseMessage(text) ?? {}), text };
}

function answerWithResults(records: readonly RecordOutcome[]) {
  answerAllDelivered(records);
  return resultOf(records);
}

function resultOf(records: readonly RecordOutcome[]) {
  const results = records.flatMap(({ outcomes }) => outcomes);
  return { status: results.some(({ status }) => status === 'queued') ? 'queued' : 'delivered', results };
}
