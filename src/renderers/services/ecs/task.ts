import { consoleLink } from '../../../aws/console-link.js';
import { type JsonObject, textAt } from '../../../base/json.js';
import type { Words } from '../../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../../renderer.js';
import type { EventState } from '../../toolkit/event-state.js';
import { exitCodeLine } from '../../toolkit/exit-code.js';
import { field, timeField } from '../../toolkit/field.js';
import { firstText } from '../../toolkit/first-value.js';
import { type StateTable, stateIn } from '../../toolkit/state-table.js';
import { timeBetween } from '../../toolkit/time-between.js';
import { titleOf } from '../../toolkit/title.js';
import { stateFor } from '../../toolkit/verdict.js';
import { type FailedContainer, failedContainers, verdictOfStop } from './task-stop.js';

/** Until a task has stopped there is nothing to worry about. */
const STATES: StateTable = {
  activating: ['info', 'started'],
  deactivating: ['info', 'stopping'],
  deprovisioning: ['info', 'stopping'],
  provisioning: ['info', 'started'],
  running: ['info', 'up'],
  stopping: ['info', 'stopping'],
};

/** Most containers that are named one by one. */
const MAX_CONTAINERS = 3;

/**
 * A task of Amazon ECS. Most of its changes are routine; for a stopped one, the failed container is named with its exit code and
 * the meaning of that code.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export const ecsTask: Renderer = {
  name: 'ecs-task',
  matches: ({ detailType }) => detailType === 'ECS Task State Change',
  render({ detail, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label } = words;
    const cluster = firstText(detail, 'clusterArn');
    const task = firstText(detail, 'taskArn')?.split('/').at(-1);
    const failed = failedContainers(detail).slice(0, MAX_CONTAINERS);
    const outcome = outcomeOfTask(detail, words);
    const succeeded = outcome.severity === 'recovery';
    return {
      ...outcome,
      title: titleOf(words.resourceKind.ecsTask, groupOf(detail) ?? task),
      fields: [
        ...failed.map((container) => field(label.container, containerLine(container, words))),
        field(label.stopCode, succeeded ? undefined : textAt(detail, 'stopCode')),
        field(label.cluster, cluster),
        field(label.taskDefinition, firstText(detail, 'taskDefinitionArn')),
        field(
          label.duration,
          timeBetween(detail['startedAt'], detail['stoppedAt'] ?? detail['executionStoppedAt'], words),
        ),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: succeeded ? undefined : reasonsOf(textAt(detail, 'stoppedReason'), failed),
      link: consoleLink('ecs-task', region, task, cluster) ?? consoleLink('ecs-cluster', region, cluster),
      state: textAt(detail, 'lastStatus'),
    };
  },
};

function outcomeOfTask(detail: JsonObject, words: Words): EventState {
  const status = textAt(detail, 'lastStatus');
  if (status !== 'STOPPED') return stateIn(STATES, status, words);
  return stateFor(verdictOfStop(detail), words);
}

/** The service, else the family: what a person calls the task. */
function groupOf(detail: JsonObject): string | undefined {
  return textAt(detail, 'group')?.replace(/^(service|family):/, '') ?? firstText(detail, 'taskDefinitionArn');
}

function containerLine({ name, exitCode }: FailedContainer, words: Words): string {
  if (exitCode === undefined) return name ?? '';
  const code = `${words.label.exitCode.toLowerCase()} ${exitCodeLine(exitCode, words)}`; // Inside a line.
  return name === undefined ? code : `${name}${words.comma}${code}`;
}

function reasonsOf(stoppedReason: string | undefined, failed: readonly FailedContainer[]): string | undefined {
  const reasons = failed.flatMap(({ reason }) =>
    reason === undefined || stoppedReason?.includes(reason) ? [] : [reason],
  );
  return [...new Set([...reasons, stoppedReason])].filter(Boolean).join('\n') || undefined;
}
