import { consoleLink } from '../../../aws/console-link.js';
import { arrayAt, at, textAt } from '../../../base/json.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import { field, timeField } from '../../toolkit/field.js';
import { leafAt } from '../../toolkit/leaf.js';
import { outcomeIn, type StateTable } from '../../toolkit/state-table.js';
import { titleOf } from '../../toolkit/title.js';
import { outcomeFor } from '../../toolkit/verdict.js';

const STATES: StateTable = {
  active: ['info', 'running'],
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
    const { label, thing } = words.workload;
    const cluster = leafAt(detail, 'clusterArn');
    const status = textAt(detail, 'status') ?? textAt(detail, 'overallStatus');
    const isLost = at(detail, 'agentConnected') === false;
    return {
      ...(isLost ? outcomeFor(['warning', 'agentLost'], words) : outcomeIn(STATES, status, words)),
      title: titleOf(thing.containerInstance, leafAt(detail, 'ec2InstanceId') ?? leafAt(resources, '0')),
      fields: [
        field(label.cluster, cluster),
        field(words.label.state, status),
        field(label.runningTasks, leafAt(detail, 'runningTasksCount')),
        field(label.pendingTasks, leafAt(detail, 'pendingTasksCount')),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: leafAt(detail, 'statusReason') ?? failedChecks(detail),
      link: consoleLink('ecs-cluster', region, cluster),
      state: status,
    };
  },
};

/** The health checks that did not pass, and why. */
function failedChecks(detail: unknown): string | undefined {
  const checks = arrayAt(detail, 'details').filter((check) => textAt(check, 'status') !== 'OK');
  const lines = checks.map((check) =>
    [leafAt(check, 'type'), leafAt(check, 'statusReason')].filter(Boolean).join(': '),
  );
  return lines.join('\n') || undefined;
}
