import type { JsonObject } from '../../src/base/json.js';
import { CloudWatchError } from './cloudwatch-error.js';

/** An answer of AWS's protocol `AwsJson1_0`. */
export interface AwsJsonAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** The content type of requests and answers. */
export const AWS_JSON = 'application/x-amz-json-1.0';

const TARGET = /^(?:GraniteServiceVersion20100801|Logs_20140328)\.(\w+)$/;
const STATUS: Readonly<Record<string, number>> = { ResourceNotFoundException: 404 };

/** Returns the operation in the header `x-amz-target`. Empty if it is not of CloudWatch or its logs. */
export function operationIn(target: unknown): string {
  return TARGET.exec(String(target))?.[1] ?? '';
}

/** Resolves to an answer, or to the error that is thrown in its place. Rejects with any other error. */
export async function answerWith(give: () => JsonObject | Promise<JsonObject>): Promise<AwsJsonAnswer> {
  try {
    return { status: 200, body: await give() };
  } catch (error) {
    if (!(error instanceof CloudWatchError)) throw error;
    return failureOf(error.type);
  }
}

/** Returns the answer that is an error. */
export function failureOf(type: string): AwsJsonAnswer {
  return {
    status: STATUS[type] ?? 400,
    body: { __type: `com.amazonaws.cloudwatch#${type}`, message: type },
  };
}
