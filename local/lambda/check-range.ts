/**
 * Returns the value of a setting.
 * @param task For the message: `map the queue`.
 * @throws {RangeError} If it is no whole number between the limits.
 */
export function checkRange(task: string, name: string, value: number, min: number, max: number): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new RangeError(`Cannot ${task} as ${name} is ${min} to ${max}: current value is ${value}`);
}
