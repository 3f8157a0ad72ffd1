import { resourceName } from '../aws/arn.js';
import { arrayAt, at, objectAt, textAt } from '../base/json.js';
import type { Field, Row } from '../domain/content.js';
import type { Severity } from '../domain/severity.js';
import { spokenSeverity } from '../renderers/toolkit/event-state.js';
import { field } from '../renderers/toolkit/field.js';
import { summarizeList } from '../renderers/toolkit/summarize-list.js';
import { oneLine } from '../text/one-line.js';
import type { Words } from '../text/words.js';
import { leadingEmoji } from '../verdict/emoji.js';
import { MAX_SLACK_TEXT, plainSlackAt, plainSlackText } from './chats/slack-text.js';
import type { RenderedPayload } from './payload.js';

/** The most of its own fields that are shown: nobody reads more on a phone. */
const MAX_CONTEXT = 8;
const MAX_STEPS = 10;

/**
 * A custom notification of Amazon Q Developer in chat applications (formerly AWS Chatbot), which reads it from SNS for its Slack
 * and Teams channels: an application that publishes to a topic needs no change. `metadata.threadId` means nothing in WeCom.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export const amazonQ: RenderedPayload = {
  name: 'amazon-q',
  matches: (value) =>
    at(value, 'source') === 'custom' &&
    at(value, 'version') === '1.0' &&
    typeof at(value, 'content', 'description') === 'string',
  render(value, { words }) {
    const { severity, title, description } = headOf(value, words);
    return {
      severity,
      status: spokenSeverity(severity, words),
      title,
      where: '',
      fields: fieldsOf(value, words),
      details: description,
      rows: nextSteps(value, words),
      labels: labelsOf(value),
    };
  },
};

interface Head {
  readonly severity: Severity;
  readonly title: string;
  /** The description without the part that became the title. */
  readonly description: string;
}

/** Reads the title, without its severity's emoji, as the message begins with one. Without a title, the first line is used. */
function headOf(value: unknown, words: Words): Head {
  const description = plainSlackAt(value, 'content', 'description');
  const given = plainSlackAt(value, 'content', 'title') || plainSlackAt(value, 'metadata', 'summary');
  const [first = '', ...others] = description.split('\n');
  const text = oneLine(given || first);
  const { severity, rest: named } = leadingEmoji(text) ?? { severity: 'info', rest: text };
  const title = named || words.resourceKind.event;
  return { severity, title, description: given ? description : others.join('\n').trim() };
}

function fieldsOf(value: unknown, words: Words): readonly (Field | undefined)[] {
  const context = objectAt(value, 'metadata', 'additionalContext');
  const own = Object.keys(context).slice(0, MAX_CONTEXT);
  return [
    ...own.map((name) => field(name, plainSlackAt(context, name))),
    field(words.label.resource, summarizeList(listAt(value, 'metadata', 'relatedResources').map(resourceName), words)),
    field(words.label.keywords, listAt(value, 'content', 'keywords').join(words.listSeparator)),
  ];
}

function nextSteps(value: unknown, words: Words): readonly Row[] {
  const steps = listAt(value, 'content', 'nextSteps').slice(0, MAX_STEPS);
  if (steps.length === 0) return [];
  return [{ text: words.payload.nextSteps }, ...steps.map((step, index) => ({ text: `${index + 1}. ${step}` }))];
}

/** Returns the labels that routing rules can match. */
function labelsOf(value: unknown): Readonly<Record<string, string>> {
  const context = objectAt(value, 'metadata', 'additionalContext');
  const eventType = textAt(value, 'metadata', 'eventType');
  const own = Object.keys(context).map((name) => [name, textAt(context, name) ?? ''] as const);
  return { ...Object.fromEntries(own), ...(eventType && { eventType }) };
}

function listAt(value: unknown, ...path: readonly string[]): readonly string[] {
  const texts = arrayAt(value, ...path).map((entry) =>
    typeof entry === 'string' ? oneLine(plainSlackText(entry.slice(0, MAX_SLACK_TEXT))) : '',
  );
  return texts.filter((text) => text !== '');
}
