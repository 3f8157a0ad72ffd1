import { parseArn, resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { type JsonObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import type { EventState } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { readableResourceType } from '../../toolkit/resource-type.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor, type Verdict } from '../../toolkit/verdict.js';
import { readStackNotification } from './notification.js';

/** Ends of AWS's states, the more exact first: a completed rollback is still a failure. */
const STATES: readonly (readonly [stem: RegExp, verdict: Verdict])[] = [
  [/FAILED|INOPERABLE/, ['error', 'failed']],
  [/ROLLBACK_(COMPLETE_CLEANUP_)?IN_PROGRESS/, ['error', 'rollingBack']],
  [/ROLLBACK_COMPLETE/, ['error', 'rolledBack']],
  [/^DRIFTED/, ['warning', 'drifted']],
  [/STOPPED/, ['warning', 'stopped']],
  [/OUTDATED/, ['info', 'outdated']],
  [/DELETE_COMPLETE/, ['info', 'deleted']],
  [/DELETE_SKIPPED|SKIPPED|CANCELLED/, ['info', 'cancelled']],
  [/IN_PROGRESS|RUNNING|QUEUED|PENDING|STOPPING|ACTIVE/, ['info', 'running']],
  [/COMPLETE|SUCCEEDED|CURRENT|IN_SYNC/, ['recovery', 'succeeded']],
  [/DELETED/, ['info', 'deleted']],
];

/**
 * AWS CloudFormation: a stack, a resource in it, a drift detection, a stack set or a hook changed status, by EventBridge, or a
 * stack's own SNS topic.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/eventbridge-event-detail.html
 */
export const cloudFormation: Renderer = {
  name: 'cloudformation',
  matches: ({ detailType, text }) =>
    detailType.startsWith('CloudFormation ') || readStackNotification(text) !== undefined,
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const detail = readStackNotification(event.text) ?? event.detail;
    const state = stateOf(detail);
    return {
      ...outcomeOfState(state, words),
      title: titleIn(detail, event, words),
      fields: [
        field(label.state, state),
        field(label.resourceType, kindAt(detail, 'resource-type', words)),
        field(label.operation, firstText(detail, ['action', 'target-detail.target-action'])),
        field(label.hook, firstText(detail, 'hook-detail.hook-type-name')),
        field(label.driftedResources, firstText(detail, 'drift-detection-details.drifted-stack-resource-count')),
        ...targetFields(detail, event, words),
        timeField(label.time, event.occurredAt, timeZone),
      ],
      details: firstText(detail, ['status-details.status-reason', 'status-reason']),
      link: linkOf(detail, event),
      state,
    };
  },
};

function linkOf(detail: JsonObject, { region }: ServiceEvent): string | undefined {
  const set = firstText(detail, 'stack-set-arn');
  if (set !== undefined) return consoleLink('cloudformation-stack-set', region, set);
  const stackId = textAt(detail, 'stack-id') ?? textAt(detail, 'target-detail', 'target-id');
  return consoleLink('cloudformation', parseArn(stackId ?? '')?.region || region, stackId);
}

/** A drift detection has two states: how it went, and what it found. */
function stateOf(detail: JsonObject): string | undefined {
  const detection = firstText(detail, 'status-details.detection-status');
  const found = firstText(detail, ['status-details.stack-drift-status', 'status-details.resource-drift-status']);
  const status = firstText(detail, ['status-details.detailed-status', 'status-details.status', 'status']);
  return (detection?.endsWith('FAILED') ? detection : (found ?? detection)) ?? status;
}

function outcomeOfState(state: string | undefined, words: Words): EventState {
  const [, verdict] = STATES.find(([stem]) => stem.test(state ?? '')) ?? [];
  return stateFor(verdict ?? ['info', 'notice'], words);
}

function titleIn(detail: JsonObject, { resources }: ServiceEvent, { resourceKind }: Words): string {
  const set = firstText(detail, 'stack-set-arn');
  if (set !== undefined) return titleOf(resourceKind.stackSet, bareName(set));
  const stack = firstText(detail, ['stack-name', 'stack-id', 'target-detail.target-id']) ?? resources[0];
  const target = firstText(detail, ['logical-resource-id', 'target-detail.target-name']);
  return titleOf(resourceKind.stack, stack === undefined ? undefined : bareName(stack), target);
}

/** `stack/payment-prod/<uuid>` and `stackset/baseline:<uuid>` without what only machines read. */
function bareName(arn: string): string {
  const name = resourceName(arn);
  const idAt = name.search(/[/:][0-9a-f-]{36}/i);
  return (idAt < 0 ? name : name.slice(0, idAt)).replace(/\/[^/]*$/, '');
}

function kindAt(detail: JsonObject, key: string, words: Words): string | undefined {
  const type = firstText(detail, key);
  return type === undefined ? undefined : readableResourceType(type, words);
}

/** Which account and region of a stack set it is about. */
function targetFields(detail: JsonObject, { account, region }: ServiceEvent, words: Words): Rendered['fields'] {
  if (firstText(detail, 'stack-set-arn') === undefined) return [];
  const instance = parseArn(textAt(detail, 'stack-id') ?? '');
  return [
    field(words.label.account, instance?.account === account ? undefined : instance?.account),
    field(words.label.region, instance?.region === region ? undefined : instance?.region),
  ];
}
