import { codeOf, isDone, type Outcome, textOfCode } from '../domain/delivery.js';
import { NotDeliveredError } from '../domain/errors.js';
import type { RecordOutcome } from './envelope.js';

/** Returns true if a record was read and everything in it is done. */
export function isRecordDone({ outcomes, error }: RecordOutcome): boolean {
  return error === undefined && outcomes.every(isDone);
}

/**
 * Answers an asynchronous event: returns nothing, or throws an error that lists each failure, so that Lambda's on-failure
 * destination keeps the reason beside the event.
 * @throws {NotDeliveredError} If anything was not delivered.
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
