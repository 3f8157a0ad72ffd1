import type { Violation } from './violation.js';

// Each class states its name twice: for readers of the error, and (static) for Lambda, which logs the constructor's
// name as errorType and would otherwise show the minified one.

/** The caller's mistake. `message` names the rule, shows the given value, shortened, and is safe to answer with. */
export class InvalidInputError extends Error {
  static readonly name: string = 'InvalidInputError';
  override readonly name = 'InvalidInputError';
  /** The field at fault, in the caller's spelling: `at_mobiles`. */
  readonly field: string;
  /** The HTTP status that says the same. */
  readonly httpStatus: number;
  readonly violation: Violation | undefined;

  constructor(
    field: string,
    message: string,
    options: { readonly httpStatus?: number; readonly cause?: unknown; readonly violation?: Violation } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.field = field;
    this.httpStatus = options.httpStatus ?? 400;
    this.violation = options.violation;
  }
}

/** No source accepts the event. The message names its top-level keys, never their values. */
export class UnrecognisedEventError extends Error {
  static readonly name: string = 'UnrecognisedEventError';
  override readonly name = 'UnrecognisedEventError';
}

/**
 * The secret is missing, denied, empty or unreadable. Names the secret, region and missing permission, never the value.
 */
export class SecretUnavailableError extends Error {
  static readonly name: string = 'SecretUnavailableError';
  override readonly name = 'SecretUnavailableError';
  readonly violation: Violation | undefined;

  constructor(message: string, options: { readonly cause?: unknown; readonly violation?: Violation } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.violation = options.violation;
  }
}

/** At least one notification of an asynchronous event was not delivered. Makes Lambda retry the event, then keep it. */
export class NotDeliveredError extends Error {
  static readonly name: string = 'NotDeliveredError';
  override readonly name = 'NotDeliveredError';
}

/** A setting's value breaks its rule. */
export class ConfigError extends Error {
  static readonly name: string = 'ConfigError';
  override readonly name = 'ConfigError';
  readonly violation: Violation | undefined;

  constructor(message: string, options: { readonly violation?: Violation } = {}) {
    super(message);
    this.violation = options.violation;
  }
}
