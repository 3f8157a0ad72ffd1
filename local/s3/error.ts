/**
 * The HTTP status of each error of S3.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const S3_ERRORS = {
  AccessDenied: 403,
  InternalError: 500,
  InvalidArgument: 400,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  ServiceUnavailable: 503,
  SlowDown: 503,
} as const;

/** The code of an error that S3 returns. */
export type S3ErrorCode = keyof typeof S3_ERRORS;

/** An error answer of S3. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly code: S3ErrorCode;
  /** HTTP status. */
  readonly status: number;

  constructor(code: S3ErrorCode, message: string) {
    super(message);
    this.code = code;
    this.status = S3_ERRORS[code];
  }
}
