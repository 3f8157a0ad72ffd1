/** An answer of CloudWatch that is an error, by its `__type`. */
export class CloudWatchError extends Error {
  override readonly name = 'CloudWatchError';

  readonly type: 'ResourceNotFoundException' | 'InvalidParameterValueException' | 'ValidationException';

  constructor(type: CloudWatchError['type'], message: string) {
    super(message);
    this.type = type;
  }
}
