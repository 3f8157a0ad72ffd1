import { consoleLink } from '../../../aws/console-link.js';
import { arrayAt, at, textAt } from '../../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { type StateTable, stateIn } from '../../toolkit/state-table.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';

const STATES: StateTable = {
  active: ['info', 'up'],
  deregistering: ['info', 'stopping'],
  draining: ['warning', 'draining'],
  impaired: ['error', 'unhealthy'],
  inactive: ['warning', 'stopped'],
  initializing: ['info', 'started'],
  insufficient_data: ['info', 'insufficientData'],
  ok: ['recovery', 'ok'],
};

/**
 * A container instance of Amazon ECS: its status, its health, and whether its agent answers.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
 */
export const ecsContainerInstance: Renderer = {
  name: 'ecs-container-instance',
  matches: ({ detailType }) => detailType.startsWith('ECS Container Instance '),
  render({ detail, region, resources, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const cluster = firstText(detail, 'clusterArn');
    const status = textAt(detail, 'status') ?? textAt(detail, 'overallStatus');
    const isLost = at(detail, 'agentConnected') === false;
    return {
      ...(isLost ? stateFor(['warning', 'agentLost'], words) : stateIn(STATES, status, words)),
      title: titleOf(resourceKind.containerInstance, firstText(detail, 'ec2InstanceId') ?? firstText(resources, '0')),
      fields: [
        field(label.cluster, cluster),
        field(label.state, status),
        field(label.runningTasks, firstText(detail, 'runningTasksCount')),
        field(label.pendingTasks, firstText(detail, 'pendingTasksCount')),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: firstText(detail, 'statusReason') ?? failedChecks(detail),
      link: consoleLink('ecs-cluster', region, cluster),
      state: status,
    };
  },
};

/** The health checks that did not pass, and why. */
function failedChecks(detail: unknown): string | undefined {
  const checks = arrayAt(detail, 'details').filter((check) => textAt(check, 'status') !== 'OK');
  const lines = checks.map((check) =>
    [firstText(check, 'type'), firstText(check, 'statusReason')].filter(Boolean).join(': '),
  );
  return lines.join('\n') || undefined;
}
