import { consoleLink } from '../../aws/console-link.js';
import { type JsonObject, numberAt, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { exitCodeLine } from '../toolkit/exit-code.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText, firstValue } from '../toolkit/first-value.js';
import { type StateTable, stateIn } from '../toolkit/state-table.js';
import { timeBetween } from '../toolkit/time-between.js';
import { titleOf } from '../toolkit/title.js';

const STATES: StateTable = {
  aborted: ['warning', 'cancelled'],
  pending_redrive: ['warning', 'waiting'],
};

/** Keys of the sentence in a failed Lambda task's cause, which is itself JSON. */
const CAUSES = [
  'cause.errorMessage',
  'cause.message',
  'cause.Cause',
  'cause.Containers.0.Reason',
  'cause.StoppedReason',
  'cause.StatusReason',
  'cause.ErrorMessage',
  'cause',
];

/** Keys of the exit code in the cause of an ECS or Batch task. */
const EXIT_CODES = ['cause.Containers.0.ExitCode', 'cause.Container.ExitCode'];

/** Errors that say no more than that a task failed; the cause of a Lambda task has the exception's own name. */
const ANY_FAILURE = /^(States\.TaskFailed|States\.ALL)$/;

/**
 * An AWS Step Functions execution changed status. Input and output are never shown: they may hold anything.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export const stepFunctions: Renderer = {
  name: 'step-functions',
  matches: ({ detailType }) => detailType === 'Step Functions Execution Status Change',
  render({ detail, region, occurredAt, subject }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const status = textAt(detail, 'status');
    return {
      ...stateIn(STATES, status, words),
      title: titleIn(detail, subject, words),
      fields: [
        field(label.error, errorOf(detail)),
        field(label.exitCode, exitCodeLine(numberAt(firstValue(detail, EXIT_CODES)), words)),
        field(label.execution, textAt(detail, 'name')),
        field(label.duration, timeBetween(detail['startDate'], detail['stopDate'], words)),
        timeField(label.started, detail['startDate'], timeZone),
        timeField(textAt(detail, 'untimed') === 'true' ? label.receivedAt : label.time, occurredAt, timeZone),
      ],
      details: causeOf(detail),
      link: consoleLink('stepfunctions', region, textAt(detail, 'executionArn')),
      state: status,
    };
  },
};

/** Returns the subject as the title of what a state machine itself publishes, else the id in its input: there is no other name. */
function titleIn(detail: JsonObject, subject: string, { aside, resourceKind }: Words): string {
  const name = firstText(detail, 'stateMachineArn');
  if (name !== undefined) return titleOf(resourceKind.stateMachine, name);
  const handle = firstText(detail, 'handle', ' ');
  const kind = `Step Functions ${resourceKind.stateMachine}`;
  return subject || (handle === undefined ? titleOf(kind, firstText(detail, 'name')) : `${kind}${aside(handle)}`);
}

function errorOf(detail: JsonObject): string | undefined {
  const error = firstText(detail, 'error');
  return ANY_FAILURE.test(error ?? '') ? (firstText(detail, 'cause.errorType') ?? error) : error;
}

function causeOf(detail: JsonObject): string | undefined {
  const cause = firstText(detail, CAUSES);
  return cause?.startsWith('{') ? undefined : cause;
}
