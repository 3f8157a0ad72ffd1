import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { textAt } from '../../src/base/json.js';
import { nameOrLength } from '../../src/base/quote.js';
import { adviceOn } from './advice.js';
import { TEST_MESSAGE } from './test-message.js';

/** The result of a ping. */
export interface Pong {
  readonly ok: boolean;
  /** For a person: WeCom's answer, or the reason why there is none. */
  readonly line: string;
}

/**
 * Invokes the function that posts with a test message, and waits for WeCom's answer.
 * @param robot its name. Default `default`.
 */
export async function pingFunction(
  client: Pick<LambdaClient, 'send'>,
  functionName: string,
  robot: string | undefined,
): Promise<Pong> {
  const Payload = JSON.stringify({ push_message: TEST_MESSAGE, ...(robot !== undefined && { robot }) });
  try {
    const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload }));
    return pongOf(JSON.parse(answer.Payload?.transformToString() || 'null'), answer.FunctionError, robot ?? 'default');
  } catch (error) {
    return { ok: false, line: adviceFor(error, functionName) };
  }
}

function pongOf(payload: unknown, functionError: string | undefined, robot: string): Pong {
  if (functionError === undefined && textAt(payload, 'status') === 'delivered') {
    return {
      ok: true,
      line: `WeCom accepted it (errcode 0): the group of ${nameOrLength(robot)} shows ${TEST_MESSAGE}`,
    };
  }
  return { ok: false, line: textAt(payload, 'errorMessage') ?? `Not delivered: ${JSON.stringify(payload)}` };
}

function adviceFor(error: unknown, functionName: string): string {
  return `Cannot ping ${functionName} as ${adviceOn(error, NOT_THERE)}`;
}

const NOT_THERE = {
  ResourceNotFoundException: 'it is not in this account and region: deploy it, or set --stage and --region',
  AccessDeniedException: 'lambda:InvokeFunction is missing: have it added to your role or user',
};
