import { consoleLink } from '../../../aws/console-link.js';
import { arrayAt, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import type { EventState } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { safeAwsLink } from '../../toolkit/safe-aws-link.js';
import { type StateTable, stateIn } from '../../toolkit/state-table.js';
import { summarizeList } from '../../toolkit/summarize-list.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';

/** A person stopped, replaced or gave up an execution: nothing is broken. */
const STATES: StateTable = {
  abandoned: ['info', 'cancelled'],
  resumed: ['info', 'resumed'],
  stopped: ['info', 'stopped'],
  stopping: ['info', 'stopping'],
  superseded: ['info', 'superseded'],
};

/** Keys of the action provider's own words, the most exact first. A source's summary is JSON around the commit message. */
const SUMMARIES = [
  'execution-result.external-execution-summary.CommitMessage',
  'execution-result.external-execution-summary',
  'additional-information',
  'additionalAttributes.additionalInformation',
  'additionalAttributes.customData',
];

/**
 * A pipeline, stage or action of AWS CodePipeline changed state.
 * @see https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html
 */
export const codePipeline: Renderer = {
  name: 'codepipeline',
  matches: ({ detailType }) => /^CodePipeline .* Execution State Change$/.test(detailType),
  render({ detail, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const pipeline = textAt(detail, 'pipeline');
    const outcome = outcomeOfExecution(detail, words);
    return {
      ...outcome,
      title: titleOf(resourceKind.pipeline, pipeline, textAt(detail, 'stage'), textAt(detail, 'action')),
      fields: [
        field(label.failedAt, failedAt(detail, words)),
        field(label.provider, providerOf(detail)),
        field(label.trigger, triggerOf(detail, words)),
        field(label.error, firstText(detail, 'execution-result.error-code')),
        field(label.executionId, textAt(detail, 'execution-id')?.slice(0, 8)),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: summaryOf(detail),
      link: actionLink(detail, outcome) ?? consoleLink('codepipeline', region, pipeline),
      state: textAt(detail, 'state'),
    };
  },
};

function outcomeOfExecution(detail: unknown, words: Words): EventState {
  const state = textAt(detail, 'state');
  const awaitsApproval = textAt(detail, 'type', 'category') === 'Approval' && state === 'STARTED';
  return awaitsApproval ? stateFor(['warning', 'approvalNeeded'], words) : stateIn(STATES, state, words);
}

/** Returns the failed stage and action, which only a rule of AWS CodeStar Notifications reports. */
function failedAt(detail: unknown, words: Words): string | undefined {
  const stage = firstText(detail, 'additionalAttributes.failedStage');
  const actions = failedActions(detail).map((action) => textAt(action, 'action'));
  return [stage, summarizeList(actions, words)].filter(Boolean).join(' / ') || undefined;
}

function failedActions(detail: unknown): readonly unknown[] {
  return arrayAt(detail, 'additionalAttributes', 'failedActions');
}

/** `Manual` says nothing that `待审批` does not. */
function providerOf(detail: unknown): string | undefined {
  const provider = textAt(detail, 'type', 'provider');
  return provider === 'Manual' ? undefined : provider;
}

function triggerOf(detail: unknown, words: Words): string | undefined {
  const type = firstText(detail, 'execution-trigger.trigger-type');
  const by = firstText(detail, 'execution-trigger.trigger-detail');
  if (type === undefined || by === undefined || /^[{[]/.test(by)) return type;
  return `${type}${words.aside(by)}`;
}

function summaryOf(detail: unknown): string | undefined {
  const failures = failedActions(detail)
    .map((action) => [textAt(action, 'action'), textAt(action, 'additionalInformation')].filter(Boolean).join(': '))
    .join('\n');
  const summary = firstText(detail, SUMMARIES);
  return failures || (summary?.startsWith('{') ? undefined : summary);
}

/** Returns a link to the run of a failed action: the build or the deployment itself. */
function actionLink(detail: unknown, { severity }: EventState): string | undefined {
  return severity === 'error' ? safeAwsLink(firstText(detail, 'execution-result.external-execution-url')) : undefined;
}
