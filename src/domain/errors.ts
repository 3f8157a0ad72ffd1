// Each class says its name twice: to whoever reads the error, and (static) to Lambda, which logs the constructor's name as
// errorType and would show the minified one.

/** The caller's mistake. `message` names the rule and shows what was given, shortened, and is safe to answer with. */
export class InvalidInputError extends Error {
  static readonly name: string = 'InvalidInputError';
  override readonly name = 'InvalidInputError';
  /** The field at fault, in the caller's spelling: `at_mobiles`. */
  readonly field: string;
  /** HTTP status that says the same. */
  readonly httpStatus: number;

  constructor(
    field: string,
    message: string,
    options: { readonly httpStatus?: number; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.field = field;
    this.httpStatus = options.httpStatus ?? 400;
  }
}

/** No source takes the event. Names its top-level keys, never their values. */
export class UnrecognisedEventError extends Error {
  static readonly name: string = 'UnrecognisedEventError';
  override readonly name = 'UnrecognisedEventError';
}

/** The secret is missing, denied, empty or unreadable. Names secret, region and missing permission, never the value. */
export class SecretUnavailableError extends Error {
  static readonly name: string = 'SecretUnavailableError';
  override readonly name = 'SecretUnavailableError';
}

/** At least one notification of an asynchronous event was not delivered: thrown so that Lambda retries and then keeps the event. */
export class NotDeliveredError extends Error {
  static readonly name: string = 'NotDeliveredError';
  override readonly name = 'NotDeliveredError';
}

/** A setting has a value that its rule forbids. */
export class ConfigError extends Error {
  static readonly name: string = 'ConfigError';
  override readonly name = 'ConfigError';
}
