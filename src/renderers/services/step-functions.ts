import { consoleLink } from '../../aws/console-link.js';
import { type JsonObject, textAt } from '../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { type StateTable, stateIn } from '../toolkit/state-table.js';
import { timeBetween } from '../toolkit/time-between.js';
import { titleOf } from '../toolkit/title.js';

const STATES: StateTable = {
  aborted: ['warning', 'cancelled'],
  pending_redrive: ['warning', 'waiting'],
};

/** Keys of the sentence in a failed Lambda task's cause, which is itself JSON. */
const CAUSES = ['cause.errorMessage', 'cause.message', 'cause.Cause', 'cause'];

/**
 * An AWS Step Functions execution changed status. Input and output are never shown: they may hold anything.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export const stepFunctions: Renderer = {
  name: 'step-functions',
  matches: ({ detailType }) => detailType === 'Step Functions Execution Status Change',
  render({ detail, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const status = textAt(detail, 'status');
    return {
      ...stateIn(STATES, status, words),
      title: titleOf(resourceKind.stateMachine, firstText(detail, 'stateMachineArn')),
      fields: [
        field(label.error, firstText(detail, 'error')),
        field(label.execution, textAt(detail, 'name')),
        field(label.ran, timeBetween(detail['startDate'], detail['stopDate'], words)),
        timeField(label.started, detail['startDate'], timeZone),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: causeOf(detail),
      link: consoleLink('stepfunctions', region, textAt(detail, 'executionArn')),
      state: status,
    };
  },
};

function causeOf(detail: JsonObject): string | undefined {
  const cause = firstText(detail, CAUSES);
  return cause?.startsWith('{') ? undefined : cause;
}
