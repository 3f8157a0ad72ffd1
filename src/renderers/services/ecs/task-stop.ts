import { arrayAt, type JsonObject, numberAt, textAt } from '../../../base/json.js';
import type { Verdict } from '../../toolkit/verdict.js';

/** Verdicts that follow from `stopCode` alone. */
const STOP_CODES: ReadonlyMap<string | undefined, Verdict> = new Map<string, Verdict>([
  ['SpotInterruption', ['warning', 'interrupted']],
  ['TaskFailedToStart', ['error', 'startFailed']],
  ['TerminationNotice', ['warning', 'interrupted']],
]);

/** Somebody, a deployment, scaling or the end of a Spot instance stopped the task, not the task itself. */
const WANTED = /^(UserInitiated|ServiceSchedulerInitiated|SpotInterruption|TerminationNotice)$/;

/** Exit codes of a container that ECS stops: 128 + SIGINT, SIGKILL or SIGTERM, or a clean exit. */
const ENDED_BY_ECS: ReadonlySet<number | undefined> = new Set([undefined, 0, 130, 137, 143]);

/** Reasons that mean failure, no matter who stopped the task. */
const FAILURE = /OutOfMemory|\wError\b|\bfailed\b|unhealthy/i;

/** A container of a stopped task that went wrong. */
export interface FailedContainer {
  readonly name: string | undefined;
  readonly exitCode: number | undefined;
  readonly reason: string | undefined;
}

/** Returns the verdict on a stopped task. A service's task that exits cleanly is restarted; any other has done its work. */
export function verdictOfStop(detail: JsonObject): Verdict {
  const known = STOP_CODES.get(textAt(detail, 'stopCode'));
  if (known) return known;
  if (failedContainers(detail).length > 0 || FAILURE.test(textAt(detail, 'stoppedReason') ?? ''))
    return ['error', 'failed'];
  if (textAt(detail, 'stopCode') !== 'EssentialContainerExited') return ['info', 'stopped'];
  return textAt(detail, 'group')?.startsWith('service:') ? ['warning', 'stopped'] : ['recovery', 'succeeded'];
}

/** The containers to blame, in AWS's order: the sidecars that were stopped with them are left out. */
export function failedContainers(detail: JsonObject): readonly FailedContainer[] {
  const isWanted = WANTED.test(textAt(detail, 'stopCode') ?? '');
  return arrayAt(detail, 'containers')
    .map((container) => ({
      name: textAt(container, 'name'),
      exitCode: numberAt(container, 'exitCode'),
      reason: textAt(container, 'reason'),
    }))
    .filter(
      ({ exitCode, reason }) =>
        (isWanted ? !ENDED_BY_ECS.has(exitCode) : (exitCode ?? 0) !== 0) || FAILURE.test(reason ?? ''),
    );
}
