import type { SourceName } from '../domain/notification.js';
import { checkMessageText } from './message-text.js';
import type { WrittenPayload } from './payload.js';
import { textContent } from './written-content.js';

/** What the sender calls the text. */
const FIELD: Readonly<Record<SourceName, string>> = {
  sns: 'Message',
  sqs: 'body',
  http: 'body',
  eventbridge: 'event',
  alarm: 'event',
  invoke: 'event',
};

/** Plain text: the message itself. */
export const text: WrittenPayload = {
  name: 'text',
  matches: (value) => typeof value === 'string',
  read(value, { event, callerId }) {
    const content = textContent({ ...event, text: String(value) });
    checkMessageText(content.body, FIELD[event.sourceName]);
    return { ...content, id: callerId ?? content.id, overrides: {} };
  },
};
