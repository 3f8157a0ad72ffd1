import { codeOf, type Outcome, textOfCode } from '../domain/delivery.js';
import { NotDeliveredError } from '../domain/errors.js';
import type { RecordOutcome } from './envelope.js';

/** Whether nothing more is to be done: shown, or kept by the queue. */
export function isDone(outcome: Outcome): boolean {
  return outcome.status === 'delivered' || outcome.status === 'queued';
}

/** Whether a record was read and everything in it is done. */
export function isRecordDone({ outcomes, error }: RecordOutcome): boolean {
  return error === undefined && outcomes.every(isDone);
}

/**
 * The answer of an asynchronous event: nothing, or an error that lists each failure, so that Lambda's on-failure destination
 * keeps the reason beside the event.
 * @throws NotDeliveredError
 */
export function answerAllDelivered(records: readonly RecordOutcome[]): void {
  const failures = records.flatMap((record, index) => failuresOf(record).map((failure) => `#${index + 1} ${failure}`));
  if (failures.length === 0) return;
  const rule = 'every notification must be delivered';
  throw new NotDeliveredError(`Cannot finish the event as ${rule}: current value is ${failures.join('; ')}`);
}

function failuresOf({ outcomes, error }: RecordOutcome): readonly string[] {
  const failed = outcomes.filter((outcome) => !isDone(outcome)).map(describe);
  return error === undefined ? failed : [...failed, error instanceof Error ? error.message : 'unreadable'];
}

function describe(outcome: Outcome): string {
  const code = codeOf(outcome);
  return `${outcome.status}${code ? ` ${textOfCode(code)}` : ''}${'reason' in outcome ? `: ${outcome.reason}` : ''}`;
}
