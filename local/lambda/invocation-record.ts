import { LambdaInvocationError } from './process.js';

/** Why Lambda gave an asynchronous event up. */
export type Condition = 'RetriesExhausted' | 'EventAgeExceeded';

/**
 * The record that an on-failure destination receives.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export interface InvocationRecord {
  readonly version: '1.0';
  /** ISO 8601, with milliseconds. */
  readonly timestamp: string;
  readonly requestContext: {
    readonly requestId: string;
    /** With `:$LATEST`. */
    readonly functionArn: string;
    readonly condition: Condition;
    readonly approximateInvokeCount: number;
  };
  readonly requestPayload: unknown;
  /** Absent if the function never ran. A guess: no page shows such a record. */
  readonly responseContext?: {
    readonly statusCode: 200;
    readonly executedVersion: '$LATEST';
    readonly functionError: 'Unhandled';
  };
  readonly responsePayload?: { readonly errorType: string; readonly errorMessage: string };
}

/** An event that was given up. */
export interface GivenUp {
  readonly event: unknown;
  readonly requestId: string;
  readonly functionArn: string;
  readonly condition: Condition;
  /** How often the function ran, throttles not included. */
  readonly invokeCount: number;
  /** The function's last error. `undefined` if it never ran. */
  readonly error: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Returns the record of an event that was given up. */
export function invocationRecord(given: GivenUp): InvocationRecord {
  const { event, requestId, functionArn, condition, invokeCount, error, at } = given;
  return {
    version: '1.0',
    timestamp: new Date(at).toISOString(),
    requestContext: {
      requestId,
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: invokeCount,
    },
    requestPayload: event,
    ...(error !== undefined && {
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: responseOf(error),
    }),
  };
}

function responseOf(error: unknown): { readonly errorType: string; readonly errorMessage: string } {
  if (error instanceof LambdaInvocationError) return { errorType: error.errorType, errorMessage: error.message };
  return error instanceof Error
    ? { errorType: error.name, errorMessage: error.message }
    : { errorType: typeof error, errorMessage: String(error) };
}
