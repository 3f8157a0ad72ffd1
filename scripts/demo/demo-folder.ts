import { LambdaInvocationError, type LambdaProcess } from '../../local/lambda/process.js';
import { TIMEOUT_MS } from '../../local/lambda/timeouts.js';
import type { Sample } from '../../local/samples/samples.js';
import type { ShownMessage } from '../../local/wecom/shown-message.js';
import { ALREADY_DELIVERED } from '../../src/app/direct.js';
import { numberAt, parseObject, textAt } from '../../src/base/json.js';
import { until } from './until.js';

/** The result of one sample. */
export type SampleOutcome =
  | { readonly status: 'delivered'; readonly messages: readonly ShownMessage[] }
  /** Not shown again: the group has it already. */
  | { readonly status: 'repeat' }
  /** Not shown by design, with the reason. */
  | { readonly status: 'skipped'; readonly why: string }
  | { readonly status: 'failed'; readonly why: string };

/** Returns the reasons in log lines that explain why something was not shown. */
export function skipReasons(lines: readonly string[]): readonly string[] {
  const parsed = lines.map((line) => parseObject(line));
  return parsed.flatMap((line) => (textAt(line, 'status') === 'skipped' ? (textAt(line, 'reason') ?? []) : []));
}

/** Returns the error in the answer to an HTTP event, where other events would throw. */
function httpFailure(answer: unknown): string | undefined {
  const status = numberAt(answer, 'statusCode');
  return status === undefined || status < 300 ? undefined : `HTTP ${status} ${textAt(answer, 'body') ?? ''}`;
}

/**
 * Judges a sample by the answer, the messages shown since, and the log lines since. Showing nothing without a reason is
 * a failure.
 */
export function judgeSample(
  answer: unknown,
  messages: readonly ShownMessage[],
  lines: readonly string[],
): SampleOutcome {
  const failure = httpFailure(answer);
  if (failure !== undefined) return { status: 'failed', why: failure };
  if (messages.length > 0) return { status: 'delivered', messages };
  const reasons = skipReasons(lines);
  if (reasons.length === 0) return { status: 'failed', why: 'answered, but the group shows nothing' };
  const others = reasons.filter((reason) => reason !== ALREADY_DELIVERED);
  return others.length === 0 ? { status: 'repeat' } : { status: 'skipped', why: others.join('; ') };
}

/** Sends one sample through the environment of its folder's secret. `shown` and `lines` grow in the meantime. */
export async function sendSample(
  { event }: Sample,
  secretId: string,
  lambda: LambdaProcess,
  { shown, lines }: { readonly shown: readonly ShownMessage[]; readonly lines: readonly string[] },
): Promise<SampleOutcome> {
  const before = { shown: shown.length, lines: lines.length };
  try {
    const answer = await lambda.invoke({ secretId, event }, { timeoutMs: TIMEOUT_MS.notify });
    const messages = shown.slice(before.shown);
    if (messages.length === 0 && httpFailure(answer) === undefined) {
      await until(() => skipReasons(lines.slice(before.lines)).length > 0);
    }
    return judgeSample(answer, messages, lines.slice(before.lines));
  } catch (error) {
    if (!(error instanceof LambdaInvocationError)) throw error;
    return { status: 'failed', why: `${error.errorType}: ${error.message}` };
  }
}
