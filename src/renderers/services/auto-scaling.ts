import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import type { EventState } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { timeBetween } from '../toolkit/time-between.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** Operations on an instance or the group, as either source (SNS or EventBridge) spells them. */
const OPERATIONS: readonly (readonly [stem: RegExp, operation: keyof Words['awsCode']['scaling']])[] = [
  [/Instance Refresh/, 'refresh'],
  [/TEST_NOTIFICATION/, 'test'],
  [/launch/i, 'launch'],
  [/terminat/i, 'terminate'],
  [/detach/i, 'detach'],
];

/** Results of an operation, worst first. */
const RESULTS: readonly (readonly [stem: RegExp, verdict: Verdict])[] = [
  [/Unsuccessful|_ERROR$|Failed$/, ['error', 'failed']],
  [/Rollback Started/, ['warning', 'rollingBack']],
  [/Rollback Succeeded/, ['warning', 'rolledBack']],
  [/Lifecycle|_LAUNCHING$|_TERMINATING$/, ['info', 'waiting']],
  [/TEST_NOTIFICATION/, ['info', 'notice']],
  [/Cancelled$/, ['info', 'cancelled']],
  [/Started|Checkpoint|Baking/, ['info', 'running']],
  [/Terminate|TERMINATE|Detach/, ['info', 'succeeded']],
  [/./, ['recovery', 'succeeded']],
];

/**
 * An Amazon EC2 Auto Scaling group: instances launched and terminated, lifecycle hooks, instance refreshes; by EventBridge, or
 * by the group's own SNS notifications.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html
 */
export const autoScaling: Renderer = {
  name: 'auto-scaling',
  matches: ({ detail, detailType }) =>
    /^EC2 (Auto Scaling|Instance(-| )(launch|terminate|detach)) /i.test(detailType) ||
    (detailType === '' && kindOf(detailType, detail).startsWith('autoscaling:')),
  render({ detail, detailType, region, occurredAt }: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const group = textAt(detail, 'AutoScalingGroupName');
    const kind = kindOf(detailType, detail);
    const operation = OPERATIONS.find(([stem]) => stem.test(kind))?.[1];
    const outcome = outcomeOfKind(kind, words);
    const cause = outcome.severity === 'error' ? causeOf(detail, words) : undefined;
    return {
      ...outcome,
      title: titleOf(
        resourceKind.scalingGroup,
        `${group ?? ''} ${operation === undefined ? '' : words.awsCode.scaling[operation]}`,
      ),
      fields: [
        field(label.instance, firstText(detail, 'EC2InstanceId')),
        field(label.availabilityZone, firstText(detail, 'Details.Availability Zone')),
        field(label.subnet, outcome.severity === 'error' ? firstText(detail, 'Details.Subnet ID') : undefined),
        field(outcome.severity === 'error' ? label.promptedBy : label.reason, cause),
        field(label.hook, firstText(detail, 'LifecycleHookName')),
        field(label.destination, warmPoolOf(detail)),
        field(label.duration, timeBetween(detail['StartTime'], detail['EndTime'], words)),
        field(label.checkpoint, percent(firstText(detail, 'CheckpointPercentage'))),
        timeField(label.time, occurredAt, timeZone),
      ],
      details:
        outcome.severity === 'error' ? failureOf(detail, cause) : firstText(detail, ['Cause', 'NotificationMetadata']),
      link: consoleLink('autoscaling', region, group),
      account: textAt(detail, 'AccountId'),
      state: kind,
    };
  },
};

/** AWS's sentences about what set an activity off: the first that fits counts. */
const CAUSES: readonly (readonly [stem: RegExp, cause: keyof Words['awsCode']['scalingCause']])[] = [
  [/ELB (system )?health check/, 'elb'],
  [/been terminated or stopped/, 'stopped'],
  [/EC2 (instance status|health) checks?/, 'ec2'],
  [/unhealthy instance needing to be replaced/, 'replacement'],
  [/a monitor alarm /, 'alarm'],
  [/scheduled action|scheduled update/, 'schedule'],
  [/a user request/, 'user'],
  [/difference between desired and actual capacity/, 'difference'],
];

/** Returns the cause of an activity in words, if AWS's sentence is a known one. */
function causeOf(detail: unknown, words: Words): string | undefined {
  const sentence = firstText(detail, 'Cause') ?? '';
  const known = CAUSES.find(([stem]) => stem.test(sentence))?.[1];
  return known && words.awsCode.scalingCause[known];
}

/** Returns why an activity failed and, unless it is told in words, what had set it off. */
function failureOf(detail: unknown, cause: string | undefined): string | undefined {
  const parts = [firstText(detail, 'StatusMessage'), cause === undefined ? firstText(detail, 'Cause') : undefined];
  return [...new Set(parts)].filter((part) => part !== undefined).join('\n') || undefined;
}

/** EventBridge says it in the detail-type, SNS in a key. */
function kindOf(detailType: string, detail: unknown): string {
  return detailType || (firstText(detail, ['Event', 'LifecycleTransition']) ?? '');
}

function outcomeOfKind(kind: string, words: Words): EventState {
  const [, verdict] = RESULTS.find(([stem]) => stem.test(kind)) ?? [];
  return stateFor(verdict ?? ['info', 'notice'], words);
}

/** Anywhere else than out of or into service is worth a line. */
function warmPoolOf(detail: unknown): string | undefined {
  const destination = firstText(detail, 'Destination');
  return destination === 'WarmPool' ? destination : undefined;
}

function percent(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${text}%`;
}
