import { arrayAt, at, isObject, textAt } from '../../base/json.js';
import type { Severity } from '../../domain/severity.js';
import { spokenSeverity } from '../../renderers/toolkit/event-state.js';
import { field } from '../../renderers/toolkit/field.js';
import type { RenderedPayload, WrittenPayload } from '../payload.js';
import { chatDraft } from './chat-message.js';
import { severityOfColour, worstColour } from './colour.js';
import { type SlackPart, slackParts } from './slack-blocks.js';
import { MAX_SLACK_TEXT, plainSlackAt, plainSlackText } from './slack-text.js';

/** The fields of a message that an incoming webhook takes. A body with any other field is some other tool's. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['text', 'attachments', 'blocks', 'channel', 'username', 'icon_emoji', 'icon_url', 'mrkdwn', 'link_names'],
  ...['parse', 'unfurl_links', 'unfurl_media', 'thread_ts', 'reply_broadcast', 'response_type', 'as_user', 'metadata'],
  ...['replace_original', 'delete_original', 'token', 'mrkdwn_in', 'fallback'],
]);
/** The most attachments that are shown. */
const MAX_ATTACHMENTS = 10;

function isSlack(value: unknown): boolean {
  return isObject(value) && Object.keys(value).every((name) => FIELDS.has(name));
}

function isFramed(value: unknown): boolean {
  return arrayAt(value, 'attachments').length > 0 || arrayAt(value, 'blocks').length > 0;
}

/** A message for Slack's incoming webhook that is only text. */
export const slackText: WrittenPayload = {
  name: 'slack',
  isLoose: true,
  matches: (value) => isSlack(value) && !isFramed(value) && typeof at(value, 'text') === 'string',
  read(value, context) {
    const text = textAt(value, 'text') ?? '';
    const mentions = { all: /<!(channel|here|everyone)(\|[^<>]{0,50})?>/.test(text) };
    return chatDraft(
      slackText.name,
      'text',
      { lines: [plainSlackText(text.slice(0, MAX_SLACK_TEXT))], mentions },
      context,
    );
  },
};

/**
 * A message for Slack's incoming webhook with attachments or blocks: the colour says how bad it is.
 * @see https://docs.slack.dev/messaging/formatting-message-text#secondary-attachments
 */
export const slackMessage: RenderedPayload = {
  name: 'slack',
  matches: (value) => isSlack(value) && isFramed(value),
  render(value, { words }) {
    const parts = [...partsOf(value), ...arrayAt(value, 'attachments').slice(0, MAX_ATTACHMENTS).flatMap(attachment)];
    const said = parts.filter(({ text }) => text !== '');
    const [head, ...rest] = [...said.filter(({ isTitle }) => isTitle), ...said.filter(({ isTitle }) => !isTitle)];
    const severity = severityOf(value);
    return {
      severity,
      status: spokenSeverity(severity, words),
      title: head?.text.split('\n', 1)[0] ?? words.resourceKind.event,
      where: '',
      fields: fieldsOf(value),
      details: detailsOf(head, rest),
      link: parts.find(({ link }) => link !== undefined)?.link,
    };
  },
};

/** Returns the text beside the attachments, and the blocks. */
function partsOf(value: unknown): readonly SlackPart[] {
  const blocks = slackParts(arrayAt(value, 'blocks'));
  // Beside blocks, the text is what a notification shows of them.
  return blocks.length > 0 ? blocks : [{ text: plainSlackAt(value, 'text') }];
}

function attachment(value: unknown): readonly SlackPart[] {
  const blocks = slackParts(arrayAt(value, 'blocks'));
  const [pretext, title, text] = ['pretext', 'title', 'text'].map((name) => plainSlackAt(value, name));
  const own: readonly SlackPart[] = [
    { text: title ?? '', isTitle: true, link: textAt(value, 'title_link') },
    { text: pretext ?? '' },
    { text: text ?? '' },
    ...arrayAt(value, 'fields')
      .filter(isUntitled)
      .map((one) => ({ text: plainSlackAt(one, 'value') })),
  ];
  const isSilent = [...own, ...blocks].every((block) => block.text === '');
  return [...own, ...blocks, ...(isSilent ? [{ text: plainSlackAt(value, 'fallback') }] : [])];
}

function detailsOf(head: SlackPart | undefined, rest: readonly SlackPart[]): string {
  const [, ...others] = head?.text.split('\n') ?? [];
  return [...others, ...new Set(rest.map(({ text }) => text))].join('\n').trim();
}

function fieldsOf(value: unknown) {
  const written = arrayAt(value, 'attachments').flatMap((one) => arrayAt(one, 'fields'));
  return written
    .filter((one) => !isUntitled(one))
    .map((one) => field(plainSlackAt(one, 'title'), plainSlackAt(one, 'value')));
}

function isUntitled(one: unknown): boolean {
  return textAt(one, 'title') === undefined;
}

function severityOf(value: unknown): Severity {
  return worstColour(arrayAt(value, 'attachments').map((one) => severityOfColour(textAt(one, 'color'))));
}
