import { LambdaInvocationError, type LambdaProcess } from '../../local/lambda/process.js';
import type { Sample } from '../../local/samples/samples.js';
import type { ShownMessage } from '../../local/wecom/shown-message.js';
import { numberAt, parseObject, textAt } from '../../src/base/json.js';

/** What became of one sample. */
export type SampleOutcome =
  | { readonly status: 'delivered'; readonly messages: readonly ShownMessage[] }
  /** Not shown by design, and why. */
  | { readonly status: 'skipped'; readonly why: string }
  | { readonly status: 'failed'; readonly why: string };

/** What Lambda gives the deployed function. */
const TIMEOUT_MS = 29_000;
/** The log comes by a pipe of its own and may be read a moment after the answer. */
const LOG_LAG_MS = 50;

/** Reasons of the log lines that say why something was not shown. */
export function skipReasons(lines: readonly string[]): readonly string[] {
  const parsed = lines.map((line) => parseObject(line));
  return parsed.flatMap((line) => (textAt(line, 'status') === 'skipped' ? (textAt(line, 'reason') ?? []) : []));
}

/** HTTP events are answered where others throw. */
function httpFailure(answer: unknown): string | undefined {
  const status = numberAt(answer, 'statusCode');
  return status === undefined || status < 300 ? undefined : `HTTP ${status} ${textAt(answer, 'body') ?? ''}`;
}

/** Decides from the answer, what the group shows since, and the log lines since. Nothing shown without a reason is a failure. */
export function judgeSample(
  answer: unknown,
  messages: readonly ShownMessage[],
  lines: readonly string[],
): SampleOutcome {
  const failure = httpFailure(answer);
  if (failure !== undefined) return { status: 'failed', why: failure };
  if (messages.length > 0) return { status: 'delivered', messages };
  const why = skipReasons(lines).join('; ');
  return why === '' ? { status: 'failed', why: 'answered, but the group shows nothing' } : { status: 'skipped', why };
}

/** Sends one sample through the environment of its folder's secret. `shown` and `lines` grow meanwhile. */
export async function sendSample(
  { event }: Sample,
  secretId: string,
  lambda: LambdaProcess,
  { shown, lines }: { readonly shown: readonly ShownMessage[]; readonly lines: readonly string[] },
): Promise<SampleOutcome> {
  const before = { shown: shown.length, lines: lines.length };
  try {
    const answer = await lambda.invoke({ secretId, event }, { timeoutMs: TIMEOUT_MS });
    const messages = shown.slice(before.shown);
    if (messages.length === 0) await new Promise((resolve) => setTimeout(resolve, LOG_LAG_MS));
    return judgeSample(answer, messages, lines.slice(before.lines));
  } catch (error) {
    if (!(error instanceof LambdaInvocationError)) throw error;
    return { status: 'failed', why: `${error.errorType}: ${error.message}` };
  }
}
