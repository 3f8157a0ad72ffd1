/** Lambda's name for an invocation that finds no free environment. */
export const THROTTLED = 'TooManyRequestsException';
const SERVICE_FAILED = 'ServiceException';

/** Every environment of a function is busy, as Lambda answers at the reserved concurrency. */
export class LambdaThrottledError extends Error {
  override readonly name = THROTTLED;
}

/** An internal error of Lambda (HTTP 500): the function was not run. */
export class LambdaServiceError extends Error {
  override readonly name = SERVICE_FAILED;
}

function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/** Returns true if an invocation was throttled. */
export function isThrottle(error: unknown): boolean {
  return isNamed(error, THROTTLED);
}

/** Returns true if an invocation failed before the function ran: a throttle, or Lambda's own error. */
export function isNotRun(error: unknown): boolean {
  return isNamed(error, THROTTLED, SERVICE_FAILED);
}
