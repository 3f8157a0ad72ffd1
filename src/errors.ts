/** The caller's mistake. `message` names the rule and shows what was given, shortened, and is safe to answer with. */
export class InvalidInputError extends Error {
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
  override readonly name = 'UnrecognisedEventError';
}

/** The secret is missing, denied, empty or unreadable. Names secret, region and missing permission, never the value. */
export class SecretUnavailableError extends Error {
  override readonly name = 'SecretUnavailableError';
}

/** At least one notification of an asynchronous event was not delivered: thrown so that Lambda retries and then keeps the event. */
export class NotDeliveredError extends Error {
  override readonly name = 'NotDeliveredError';
}

/** A setting has a value that its rule forbids. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
