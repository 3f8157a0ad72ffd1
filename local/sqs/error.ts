/**
 * One row for each error of SQS: the `__type` of the JSON body, the older name in `x-amzn-query-error`, and the HTTP
 * status. Recorded from the service and from the SDK's own model.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
const SQS_ERRORS = {
  AccessDenied: ['AccessDeniedException', 'AccessDenied', 400],
  BatchEntryIdsNotDistinct: ['BatchEntryIdsNotDistinct', 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct', 400],
  BatchRequestTooLong: ['BatchRequestTooLong', 'AWS.SimpleQueueService.BatchRequestTooLong', 400],
  EmptyBatchRequest: ['EmptyBatchRequest', 'AWS.SimpleQueueService.EmptyBatchRequest', 400],
  InternalFailure: ['InternalFailure', 'InternalFailure', 500],
  InvalidAttributeName: ['InvalidAttributeName', 'InvalidAttributeName', 400],
  InvalidBatchEntryId: ['InvalidBatchEntryId', 'AWS.SimpleQueueService.InvalidBatchEntryId', 400],
  InvalidMessageContents: ['InvalidMessageContents', 'InvalidMessageContents', 400],
  InvalidParameterValue: ['InvalidParameterValueException', 'InvalidParameterValue', 400],
  MessageNotInflight: ['MessageNotInflight', 'AWS.SimpleQueueService.MessageNotInflight', 400],
  MissingAuthenticationToken: ['MissingAuthenticationTokenException', 'MissingAuthenticationToken', 403],
  MissingParameter: ['MissingRequiredParameterException', 'MissingParameter', 400],
  QueueDoesNotExist: ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue', 400],
  ReceiptHandleIsInvalid: ['ReceiptHandleIsInvalid', 'ReceiptHandleIsInvalid', 404],
  RequestThrottled: ['RequestThrottled', 'RequestThrottled', 403],
  ServiceUnavailable: ['ServiceUnavailable', 'ServiceUnavailable', 503],
  TooManyEntriesInBatchRequest: [
    'TooManyEntriesInBatchRequest',
    'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    400,
  ],
  UnsupportedOperation: ['UnsupportedOperation', 'AWS.SimpleQueueService.UnsupportedOperation', 400],
} as const satisfies Readonly<Record<string, readonly [type: string, queryCode: string, status: number]>>;

/** The code of an error that SQS returns. */
export type SqsErrorCode = keyof typeof SQS_ERRORS;

/** An error answer of SQS. `message` is SQS's own wording if that is known. */
export class SqsError extends Error {
  override readonly name = 'SqsError';
  readonly code: SqsErrorCode;
  /** `__type` in the JSON body, without the namespace. */
  readonly type: string;
  /** Name in the `x-amzn-query-error` header. */
  readonly queryCode: string;
  /** HTTP status. */
  readonly status: number;
  /** True if sending the same request again cannot help. */
  readonly senderFault: boolean;
  /** The error as one entry of a batch, if that differs. */
  readonly inBatch: { readonly code: string; readonly message: string };

  constructor(
    code: SqsErrorCode,
    message: string,
    inBatch?: { readonly code: SqsErrorCode; readonly message: string },
  ) {
    super(message);
    this.code = code;
    [this.type, this.queryCode, this.status] = SQS_ERRORS[code];
    this.senderFault = this.status < 500;
    this.inBatch = inBatch ?? { code, message };
  }
}
