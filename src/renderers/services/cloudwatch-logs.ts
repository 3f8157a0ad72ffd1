import { arrayAt, type JsonObject, parseObject, textAt } from '../../base/json.js';
import { shortened } from '../../base/shortened.js';
import type { Row } from '../../domain/content.js';
import type { Skipped } from '../../domain/notification.js';
import type { Severity } from '../../domain/severity.js';
import { formatNumber } from '../../text/format.js';
import { oneLine } from '../../text/one-line.js';
import { worstOf } from '../../text/severity.js';
import type { Words } from '../../text/words.js';
import type { Assessment } from '../../verdict/assessment.js';
import { judgeEvent, judgeHeading } from '../../verdict/verdict.js';
import { roleOf } from '../generic/choose.js';
import { leavesOf } from '../generic/leaves.js';
import type { Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { titleOf } from '../toolkit/title.js';

/** Most lines that are shown, and longest of them, in characters. */
const MAX_LINES = 5;
const MAX_LINE = 200;

/** Keys of a structured line's own level and text, in Lambda's, pino's, zap's and ECS's forms. */
const LEVEL = ['level', 'severity', 'log.level', 'levelname'];
const TEXT = ['message', 'msg', 'errorMessage', 'error.message', 'error', 'event'];

/** Begins a line of Lambda: the time and the request, which say nothing to a reader. */
const PREAMBLE = /^\d{4}-\d\d-\d\dT[\d:.]+Z\s+[0-9a-f-]{36}\s+/;

/**
 * Lines of a log that matched a subscription filter: somebody wanted to know of them.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 */
export const cloudWatchLogs: Renderer = {
  name: 'cloudwatch-logs',
  matches: ({ detailType, source }) => source === 'aws.logs' && detailType === 'CloudWatch Logs Subscription',
  render(event, context): Rendered | Pick<Skipped, 'skipped'> {
    const { detail, occurredAt } = event;
    if (textAt(detail, 'messageType') === 'CONTROL_MESSAGE')
      return { skipped: "CloudWatch Logs' test of the subscription" };
    const { words, timeZone } = context;
    const group = textAt(detail, 'logGroup');
    const lines = arrayAt(detail, 'logEvents');
    const unreadable = textAt(detail, 'unreadable');
    return {
      severity: severityOf(detail, lines),
      status: words.status.logMatched,
      title: titleOf(words.resourceKind.logGroup, group),
      fields: [
        field(words.label.lines, lines.length > 1 ? formatNumber(lines.length) : undefined),
        field(words.label.logStream, textAt(detail, 'logStream')),
        field(words.label.filter, firstText(detail, 'subscriptionFilters')),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: unreadable === undefined ? lines.slice(0, MAX_LINES).map(lineOf).join('\n') : undefined,
      rows: rowsOf(unreadable, lines.length, words),
    };
  },
};

/** Returns the worst that a line tells. Lines that tell nothing are a notice: the filter may match anything. */
function severityOf(detail: JsonObject, lines: readonly unknown[]): Severity {
  if (textAt(detail, 'unreadable') !== undefined) return 'warning';
  const told = lines.map(judgeLine).filter(({ certainty }) => certainty !== 'none');
  return worstOf(told)?.severity ?? 'info';
}

function judgeLine(logEvent: unknown): Assessment {
  const message = messageIn(logEvent);
  const structured = structuredIn(message);
  return structured === undefined
    ? judgeHeading(message.slice(0, MAX_LINE))
    : judgeEvent(structured, [textBefore(message)]);
}

function messageIn(logEvent: unknown): string {
  return (textAt(logEvent, 'message') ?? '').replace(PREAMBLE, '');
}

/** Returns the JSON that a line is, or that its end is. */
function structuredIn(message: string): JsonObject | undefined {
  const brace = message.indexOf('{');
  return brace < 0 ? undefined : parseObject(message.slice(brace));
}

function textBefore(message: string): string {
  return message.slice(0, message.indexOf('{')).trim();
}

function rowsOf(unreadable: string | undefined, lines: number, { phrase }: Words): readonly Row[] {
  if (unreadable !== undefined) return [{ text: phrase.unreadableLog(unreadable) }];
  return lines > MAX_LINES ? [{ text: phrase.moreLines(lines - MAX_LINES) }] : [];
}

function lineOf(logEvent: unknown): string {
  return shortened(oneLine(readableLine(messageIn(logEvent))), MAX_LINE);
}

/** Returns a line without JSON: that at its end, or the whole of it, as its text; that of a line which was cut off without its marks. */
function readableLine(message: string): string {
  const structured = structuredIn(message);
  if (structured !== undefined) return `${textBefore(message)} ${structuredLine(structured)}`;
  return message.includes('{"') ? message.replace(/[{}[\]"\\]+/g, ' ') : message;
}

/** Returns the level and the text of a structured line; without a text, its values by their keys, secrets left out. */
function structuredLine(line: JsonObject): string {
  const text = firstText(line, TEXT);
  if (text !== undefined) return [firstText(line, LEVEL), text].filter((part) => part !== undefined).join(' ');
  const leaves = leavesOf(line).leaves.filter((leaf) => roleOf(leaf) !== 'none');
  return leaves.map(({ key, value }) => `${key}=${value}`).join(' ');
}
