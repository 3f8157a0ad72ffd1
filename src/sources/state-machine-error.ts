import type { ServiceEvent } from '../aws/service-event.js';
import { isObject, textAt } from '../base/json.js';
import { answerAllDelivered } from './delivered.js';
import { type Envelope, outermostSource } from './envelope.js';

/**
 * The output of a state machine's `Catch`: an error and its cause, and nothing else. It is bad news by its form, whatever
 * its words, so it is shown as an execution that failed.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const stateMachineError: Envelope = {
  name: 'state-machine-error',
  matches: (value) => isError(value) && isObject(value) && Object.keys(value).length === 2,
  open: (value, outer) => [errorEvent(value, outer)],
  answer: answerAllDelivered,
};

/** The same beside the state's input, where a `ResultPath` put it. Matched last: the input itself may be a message. */
export const stateMachineErrorInside: Envelope = {
  name: 'state-machine-error-inside',
  matches: (value) => innerError(value) !== undefined,
  open: (value, outer) => [errorEvent(innerError(value), outer, handleOf(value))],
  answer: answerAllDelivered,
};

function innerError(value: unknown): unknown {
  return isObject(value) ? Object.values(value).find(isError) : undefined;
}

function isError(value: unknown): boolean {
  return textAt(value, 'Error') !== undefined && textAt(value, 'Cause') !== undefined;
}

/** A key of the input that names what it is about, and a value short enough for a line: an order's number, not its contents. */
const HANDLE_KEY = /(^i|I|_i)d$/;
const SECRET_KEY = /secret|token|password|credential|key|session|national|citizen|card|tax/i;
const HANDLE = /^[\w.:/-]{1,64}$/;

/** Returns the first handle in the state's input, its key and its value, by which the input can be found. */
function handleOf(value: unknown): readonly string[] | undefined {
  const entries = isObject(value) ? Object.keys(value).map((key) => [key, textAt(value, key) ?? '']) : [];
  return entries.find(
    ([key = '', text = '']) => HANDLE_KEY.test(key) && !SECRET_KEY.test(key) && HANDLE.test(text) && key.length <= 30,
  );
}

/** Keeps the subject, the only name there is. */
function errorEvent(value: unknown, outer: ServiceEvent, handle?: readonly string[]): ServiceEvent {
  return {
    ...outer,
    sourceName: outermostSource(outer, 'invoke'),
    // The names under which EventBridge carries the same news.
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    detail: {
      status: 'FAILED',
      error: textAt(value, 'Error'),
      cause: textAt(value, 'Cause'),
      handle,
      untimed: outer.sourceName === 'invoke',
    },
    text: '',
  };
}
