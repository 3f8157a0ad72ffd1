import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { textAt } from '../../src/base/json.js';
import { nameOrLength } from '../../src/base/quote.js';

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
  const Payload = JSON.stringify({ push_message: '✅ 测试消息', ...(robot !== undefined && { robot }) });
  try {
    const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload }));
    return pongOf(JSON.parse(answer.Payload?.transformToString() || 'null'), answer.FunctionError, robot ?? 'default');
  } catch (error) {
    return { ok: false, line: adviceFor(error, functionName) };
  }
}

function pongOf(payload: unknown, functionError: string | undefined, robot: string): Pong {
  if (functionError === undefined && textAt(payload, 'status') === 'delivered') {
    return { ok: true, line: `WeCom accepted it (errcode 0): the group of ${nameOrLength(robot)} shows ✅ 测试消息` };
  }
  return { ok: false, line: textAt(payload, 'errorMessage') ?? `Not delivered: ${JSON.stringify(payload)}` };
}

function adviceFor(error: unknown, functionName: string): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'ResourceNotFoundException') {
    return `Cannot ping ${functionName} as it is not in this account and region: deploy it, or set --stage and --region`;
  }
  return `Cannot ping ${functionName} as AWS answered ${String(error)}`;
}
