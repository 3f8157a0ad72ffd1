import type { ServiceEvent } from '../aws/service-event.js';
import { isObject, textAt } from '../base/json.js';
import { inputHandle } from '../renderers/toolkit/input-handle.js';
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
  open: (value, outer) => [errorEvent(innerError(value), outer, inputHandle(value))],
  answer: answerAllDelivered,
};

function innerError(value: unknown): unknown {
  return isObject(value) ? Object.values(value).find(isError) : undefined;
}

function isError(value: unknown): boolean {
  return textAt(value, 'Error') !== undefined && textAt(value, 'Cause') !== undefined;
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
