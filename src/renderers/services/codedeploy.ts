import { consoleLink } from '../../aws/console-link.js';
import { arrayAt, at, parseObject, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { type StateTable, stateIn } from '../toolkit/state-table.js';
import { timeBetween } from '../toolkit/time-between.js';
import { titleOf } from '../toolkit/title.js';

const STATES: StateTable = {
  created: ['info', 'created'],
  ready: ['info', 'ready'],
  stop: ['warning', 'stopped'],
};

/** Instance states whose counts are shown, in the order a person asks for them. */
const OVERVIEW = ['Succeeded', 'Failed', 'InProgress', 'Pending', 'Skipped', 'Ready'] as const;

/**
 * A deployment of AWS CodeDeploy, or one instance of it, changed state: by EventBridge, or by a trigger's SNS message, whose
 * nested parts are JSON written as text.
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-sns-event-notifications-json-format.html
 */
export const codeDeploy: Renderer = {
  name: 'codedeploy',
  matches: ({ detail, detailType }) =>
    detailType.startsWith('CodeDeploy ') ||
    (textAt(detail, 'deploymentId') !== undefined && textAt(detail, 'eventTriggerName') !== undefined),
  render({ detail, region: outerRegion, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const region = textAt(detail, 'region') ?? outerRegion;
    const deployment = textAt(detail, 'deploymentId');
    const state = firstText(detail, ['state', 'instanceStatus', 'status']);
    const application = firstText(detail, ['application', 'applicationName']);
    const group = firstText(detail, ['deploymentGroup', 'deploymentGroupName']);
    const failed = failedEvent(detail);
    return {
      ...stateIn(STATES, state, words),
      title: titleOf(words.resourceKind.deployment, ...(application || group ? [application, group] : [deployment])),
      fields: [
        field(label.instance, firstText(detail, 'instanceId')),
        field(label.instances, overviewOf(detail, words)),
        field(label.failedAt, textAt(failed, 'LifecycleEvent')),
        field(label.error, firstText(detail, ['errorInformation.ErrorCode', 'errorInformation.code'])),
        field(label.duration, timeBetween(detail['createTime'], detail['completeTime'], words)),
        field(label.deployment, application || group ? deployment : undefined),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: firstText(detail, [
        'errorInformation.ErrorMessage',
        'errorInformation.message',
        'rollbackInformation.RollbackMessage',
        'rollbackInformation.rollbackMessage',
      ]),
      link: consoleLink('codedeploy', region, deployment),
      account: textAt(detail, 'accountId'),
      region,
      state,
    };
  },
};

function overviewOf(detail: unknown, { awsCode, listSeparator }: Words): string | undefined {
  const counts = OVERVIEW.map((state) => [state, firstText(detail, `deploymentOverview.${state}`) ?? '0'] as const);
  const shown = counts.filter(([, count]) => count !== '0');
  return shown.map(([state, count]) => `${awsCode.deploymentState[state]} ${count}`).join(listSeparator);
}

/** The step of the AppSpec file that failed on an instance. */
function failedEvent(detail: unknown): unknown {
  const events = at(detail, 'lifecycleEvents');
  const list = typeof events === 'string' ? parseObject(`{"events":${events}}`)?.['events'] : events;
  return arrayAt(list).find((event) => textAt(event, 'LifecycleEventStatus') === 'Failed');
}
