import { at, type JsonObject } from '../../src/base/json.js';
import { SqsError } from './error.js';

/** Returns the text of a parameter, exactly as sent. @throws {SqsError} If it is missing or empty. */
export function requiredText(input: JsonObject, name: string): string {
  const value = optionalText(input, name);
  if (!value) throw new SqsError('MissingParameter', `The request must contain the parameter ${name}.`);
  return value;
}

/** Returns the text of a parameter, exactly as sent, or `undefined` if it is missing. */
export function optionalText(input: JsonObject, name: string): string | undefined {
  const value = at(input, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new SqsError('InvalidParameterValue', `Value for parameter ${name} is invalid. Reason: Must be a string.`);
}

/** Returns an integer within limits, or `undefined` if it is missing. */
export function optionalInteger(input: JsonObject, name: string, min: number, max: number): number | undefined {
  const value = at(input, name);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  const reason = `Must be between ${min} and ${max}, if provided.`;
  throw new SqsError('InvalidParameterValue', `Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);
}

/** Returns the texts of a list. Empty if it is missing. */
export function textList(input: JsonObject, name: string): readonly string[] {
  const value = at(input, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
