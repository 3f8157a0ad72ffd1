import { createPlannedFaults, type PlannedFaults } from '../net/planned-faults.js';
import { SqsError, type SqsErrorCode } from './error.js';

/** A batch request counts as its single operation. */
export type SqsOperation =
  | 'SendMessage'
  | 'ReceiveMessage'
  | 'DeleteMessage'
  | 'ChangeMessageVisibility'
  | 'GetQueueAttributes'
  | 'GetQueueUrl'
  | 'PurgeQueue';

/** A fault on demand: a name from the table below, or an error that is returned before anything is done. */
export type SqsFault = keyof typeof SQS_FAULTS | SqsErrorCode;

/** A request that gets no answer. */
interface Fault {
  /** True if it is carried out nevertheless. */
  readonly acts: boolean;
  /** The end of its connection: not while the client waits, or at once. */
  readonly effect: 'no answer' | 'reset';
}

const SQS_FAULTS = {
  hang: { acts: false, effect: 'no answer' },
  /** Carried out, without an answer. */
  'hang-after-acting': { acts: true, effect: 'no answer' },
  reset: { acts: false, effect: 'reset' },
  'reset-after-acting': { acts: true, effect: 'reset' },
} as const satisfies Readonly<Record<string, Fault>>;

/** SQS's wording of errors caused by an outage or a policy. */
const MESSAGES: Partial<Readonly<Record<SqsErrorCode, string>>> = {
  AccessDenied: 'User: arn:aws:sts::111122223333:assumed-role/local is not authorized to perform this action.',
  InternalFailure: 'The request processing has failed because of an unknown error, exception or failure.',
  RequestThrottled: 'The request was denied due to request throttling.',
  ServiceUnavailable: 'The request has failed due to a temporary failure of the server.',
};

/** Planned faults of SQS, by operation. */
export type SqsFaults = PlannedFaults<SqsFault, SqsOperation>;

/** Creates a plan without faults. `now` returns milliseconds. */
export function createSqsFaults(now: () => number): SqsFaults {
  return createPlannedFaults(Math.random, now);
}

/** Returns the operation of an action: its name without `Batch`. */
export function operationOf(action: string): string {
  return action.replace(/Batch$/, '');
}

/**
 * Returns how a request with this fault ends.
 * @throws {SqsError} If the fault is an error of SQS.
 */
export function effectOf(fault: SqsFault): Fault {
  if (fault in SQS_FAULTS) return SQS_FAULTS[fault as keyof typeof SQS_FAULTS];
  const code = fault as SqsErrorCode;
  throw new SqsError(code, MESSAGES[code] ?? 'The request was refused on purpose.');
}
