import { isObject } from '../base/json.js';
import { parseMessage } from '../base/lenient-json.js';
import { payloadOf } from '../payloads/payloads.js';
import { answerAllDelivered } from './delivered.js';
import type { Envelope, RecordOutcome } from './envelope.js';

/**
 * A direct invocation with a message: an object that is a payload, or a text, such as an EventBridge input transformer or a
 * Scheduler target produces. Matched last.
 */
export const plainInvocation: Envelope = {
  name: 'plain-invocation',
  matches: (value) => payloadOf(value) !== undefined,
  open(value, outer) {
    const text = typeof value === 'string' ? value : '';
    return [{ ...outer, detail: isObject(value) ? value : (parseMessage(text) ?? {}), text }];
  },
  answer: (records) => {
    answerAllDelivered(records);
    return resultOf(records);
  },
};

function resultOf(records: readonly RecordOutcome[]) {
  const results = records.flatMap(({ outcomes }) => outcomes);
  return { status: results.some(({ status }) => status === 'queued') ? 'queued' : 'delivered', results };
}
