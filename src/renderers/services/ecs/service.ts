import { resourceName } from '../../../aws/arn.js';
import { consoleLink } from '../../../aws/console-link.js';
import type { ServiceEvent } from '../../../aws/service-event.js';
import { getOwn, type JsonObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import type { EventState } from '../../toolkit/event-state.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { type StateTable, stateIn } from '../../toolkit/state-table.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';

/** `eventName`s whose words alone mislead. */
const EVENTS: StateTable = {
  capacity_provider_steady_state: ['recovery', 'ok'],
  daemon_task_start_impaired: ['warning', 'startFailed'],
  service_desired_count_updated: ['info', 'updated'],
  service_discovery_instance_unhealthy: ['warning', 'unhealthy'],
  service_steady_state: ['recovery', 'ok'],
  service_task_start_impaired: ['warning', 'startFailed'],
  tasks_stopped: ['info', 'stopped'],
  taskset_steady_state: ['recovery', 'ok'],
  vpc_lattice_target_unhealthy: ['warning', 'unhealthy'],
};

/**
 * An Amazon ECS service or daemon: what its scheduler did (`ECS Service Action`), how its deployments and their hooks go.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export const ecsService: Renderer = {
  name: 'ecs-service',
  matches: ({ detailType }) => /^ECS (?!Task |Container Instance )/.test(detailType),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { detail, region } = event;
    const { label, resourceKind } = words;
    const [service, cluster] = placeOf(event);
    const name = nameOfEvent(detail);
    const reason = textAt(detail, 'reason');
    const kind = event.detailType.includes('Daemon') ? 'ecsDaemon' : 'ecsService';
    return {
      ...outcomeOfService(detail, words),
      title: titleOf(resourceKind[name?.includes('DEPLOYMENT') ? 'ecsDeployment' : kind], service),
      fields: [
        field(label.cluster, cluster),
        field(label.event, name),
        field(label.reason, placementReason(reason, words)),
        field(label.desiredCount, firstText(detail, 'desiredCount')),
        field(label.capacityProvider, firstText(detail, 'capacityProviderArns', words.listSeparator)),
        field(label.targetGroup, firstText(detail, 'targetGroupArns', words.listSeparator)),
        timeField(label.time, event.occurredAt, timeZone),
      ],
      details: placementReason(reason, words) === undefined ? (reason ?? textAt(detail, 'failureType')) : undefined,
      link:
        (kind === 'ecsDaemon' ? undefined : consoleLink('ecs-service', region, service, cluster)) ??
        consoleLink('ecs-cluster', region, cluster),
      state: name,
    };
  },
};

/** `内存不足（RESOURCE:MEMORY）`: the code that says why a task found no place, in words. */
function placementReason(reason: string | undefined, { aside, awsCode }: Words): string | undefined {
  const said = getOwn<string>(awsCode.placement, reason ?? '');
  return said && `${said}${aside(reason ?? '')}`;
}

function nameOfEvent(detail: JsonObject): string | undefined {
  return textAt(detail, 'eventName') ?? textAt(detail, 'status');
}

/** A rollback shows only in the reason: the event says that a deployment is in progress. */
function outcomeOfService(detail: JsonObject, words: Words): EventState {
  const type = textAt(detail, 'eventType');
  if (type === 'ERROR') return stateFor(['error', 'failed'], words);
  if (/roll(ing)? back/i.test(textAt(detail, 'reason') ?? '')) return stateFor(['warning', 'rollingBack'], words);
  const outcome = stateIn(EVENTS, nameOfEvent(detail), words);
  return type === 'WARN' && outcome.severity === 'info' ? { ...outcome, severity: 'warning' } : outcome;
}

/** `service/<cluster>/<service>`, or `service/<service>` in ARNs of before 2018. */
function placeOf({ detail, resources }: ServiceEvent): readonly [service?: string | undefined, cluster?: string] {
  const daemon = textAt(detail, 'daemonArn');
  const arn = daemon ?? resources.find((resource) => /:(service|daemon)\//.test(resource)) ?? '';
  const names = resourceName(arn).split('/');
  const cluster = firstText(detail, 'clusterArn') ?? names.at(-2);
  return cluster === undefined ? [names.at(-1)] : [names.at(-1), cluster];
}
