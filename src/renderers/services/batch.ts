import { consoleLink } from '../../aws/console-link.js';
import { arrayAt, type JsonObject, numberAt, objectAt, textAt } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { exitCodeLine } from '../toolkit/exit-code.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { type StateTable, stateIn } from '../toolkit/state-table.js';
import { timeBetween } from '../toolkit/time-between.js';
import { titleOf } from '../toolkit/title.js';

const STATES: StateTable = {
  blocked: ['warning', 'queueBlocked'],
  preempted: ['warning', 'interrupted'],
  runnable: ['info', 'waiting'],
  scheduled: ['info', 'waiting'],
  starting: ['info', 'started'],
};

/**
 * An AWS Batch job changed state, or keeps its queue blocked; service jobs (SageMaker training) too.
 * @see https://docs.aws.amazon.com/batch/latest/userguide/batch_cwe_events.html
 */
export const batch: Renderer = {
  name: 'batch',
  matches: ({ detailType }) => /^Batch (Service )?Job /.test(detailType),
  render({ detail, detailType, region, occurredAt }, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const status = textAt(detail, 'status');
    const succeeded = status === 'SUCCEEDED';
    const job = textAt(detail, 'jobId');
    const outcome = stateIn(STATES, /(Blocked|Preempted)$/.exec(detailType)?.[1] ?? status, words);
    const troubled = outcome.severity === 'error' || outcome.severity === 'warning';
    return {
      ...outcome,
      title: titleOf(resourceKind.batchJob, textAt(detail, 'jobName') ?? job),
      fields: [
        field(label.exitCode, succeeded ? undefined : exitCodeLine(exitCodeOf(detail), words)),
        field(label.queue, firstText(detail, 'jobQueue')),
        field(label.required, troubled ? requiredBy(detail, words) : undefined),
        field(label.jobDefinition, troubled ? firstText(detail, 'jobDefinition') : undefined),
        field(label.attempts, attemptsOf(detail)),
        field(label.duration, timeBetween(detail['startedAt'], detail['stoppedAt'], words)),
        field(label.logStream, firstText(detail, ['container.logStreamName', 'attempts.0.container.logStreamName'])),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: succeeded ? undefined : reasonsOf(detail),
      link: detailType.includes('Service Job') ? undefined : consoleLink('batch', region, job),
      state: status,
    };
  },
};

function exitCodeOf(detail: JsonObject): number | undefined {
  return (
    numberAt(detail, 'container', 'exitCode') ?? numberAt(arrayAt(detail, 'attempts').at(-1), 'container', 'exitCode')
  );
}

/** Returns `4 vCPU、8192 MiB`: what a queue may not have, and what ran out. */
function requiredBy(detail: JsonObject, words: Words): string {
  const container = objectAt(detail, 'container');
  const required = arrayAt(container, 'resourceRequirements');
  const amountOf = (type: string, old: string) =>
    firstText(
      required.find((one) => textAt(one, 'type') === type),
      'value',
    ) ?? firstText(container, old);
  const parts = [
    [amountOf('VCPU', 'vcpus'), 'vCPU'],
    [amountOf('MEMORY', 'memory'), 'MiB'],
    [amountOf('GPU', 'gpus'), 'GPU'],
  ];
  return parts
    .filter(([value]) => value !== undefined)
    .map((part) => part.join(' '))
    .join(words.listSeparator);
}

/** `2/3`: how many of the attempts that the job may make. */
function attemptsOf(detail: JsonObject): string | undefined {
  const made = arrayAt(detail, 'attempts').length;
  const allowed = numberAt(detail, 'retryStrategy', 'attempts') ?? 1;
  return made > 0 && allowed > 1 ? `${made}/${allowed}` : undefined;
}

/** The container's own reason (`OutOfMemoryError: …`) says more than the job's. */
function reasonsOf(detail: JsonObject): string | undefined {
  const last = arrayAt(detail, 'attempts').at(-1);
  const reasons = [
    firstText(detail, 'container.reason') ?? firstText(last, 'container.reason'),
    firstText(detail, 'statusReason') ?? firstText(last, 'statusReason'),
  ];
  return [...new Set(reasons)].filter((reason) => reason !== undefined).join('\n') || undefined;
}
