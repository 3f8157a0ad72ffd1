import { arrayAt, type JsonObject, parseObject, textAt } from '../../base/json.js';
import type { Skipped } from '../../domain/notification.js';
import { formatNumber } from '../../text/format.js';
import { oneLine } from '../../text/one-line.js';
import type { Words } from '../../text/words.js';
import { roleOf } from '../generic/choose.js';
import { leavesOf } from '../generic/leaves.js';
import type { Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor } from '../toolkit/verdict.js';

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
    return {
      ...stateFor(['warning', 'logMatched'], words),
      title: titleOf(words.resourceKind.logGroup, group),
      fields: [
        field(words.label.lines, lines.length > 1 ? formatNumber(lines.length) : undefined),
        field(words.label.logStream, textAt(detail, 'logStream')),
        field(words.label.filter, firstText(detail, 'subscriptionFilters')),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: detailsOf(detail, lines, words),
    };
  },
};

function detailsOf(detail: JsonObject, lines: readonly unknown[], { phrase }: Words): string | undefined {
  const unreadable = textAt(detail, 'unreadable');
  if (unreadable !== undefined) return phrase.unreadableLog(unreadable);
  const shown = lines
    .slice(0, MAX_LINES)
    .map(lineOf)
    .filter((line) => line !== '');
  const more = lines.length > MAX_LINES ? [phrase.moreLines(lines.length - MAX_LINES)] : [];
  return [...shown, ...more].join('\n');
}

function lineOf(logEvent: unknown): string {
  const message = (textAt(logEvent, 'message') ?? '').replace(PREAMBLE, '');
  const line = oneLine(readableLine(message));
  const characters = Array.from(line.slice(0, 2 * MAX_LINE));
  return characters.length > MAX_LINE ? `${characters.slice(0, MAX_LINE).join('')}…` : line;
}

/** Returns a line without JSON: that at its end, or the whole of it, as its text; that of a line which was cut off without its marks. */
function readableLine(message: string): string {
  const brace = message.indexOf('{');
  if (brace < 0) return message;
  const structured = parseObject(message.slice(brace));
  if (structured === undefined) return message.includes('{"') ? message.replace(/[{}[\]"\\]+/g, ' ') : message;
  return `${message.slice(0, brace)} ${structuredLine(structured)}`;
}

/** Returns the level and the text of a structured line; without a text, its values by their keys, secrets left out. */
function structuredLine(line: JsonObject): string {
  const text = firstText(line, TEXT);
  if (text !== undefined) return [firstText(line, LEVEL), text].filter((part) => part !== undefined).join(' ');
  const leaves = leavesOf(line).leaves.filter((leaf) => roleOf(leaf) !== 'none');
  return leaves.map(({ key, value }) => `${key}=${value}`).join(' ');
}
