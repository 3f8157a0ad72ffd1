import { originOf } from '../aws/service-event.js';
import type { SourceName } from '../domain/origin.js';
import { oneLine } from '../text/one-line.js';
import type { WrittenPayload } from './payload.js';
import { readMessageText } from './written/message-text.js';
import { toldVerdict } from './written/told-verdict.js';
import { writtenContent } from './written/written-content.js';

/** The sender's name for the text. */
const FIELD: Readonly<Record<SourceName, string>> = {
  sns: 'Message',
  sqs: 'body',
  http: 'body',
  eventbridge: 'event',
  alarm: 'event',
  invoke: 'event',
};

/** Sources through which tools speak. What people write to the door, or invoke the function with, is not judged. */
const TOOLS: ReadonlySet<SourceName> = new Set(['sns', 'sqs', 'eventbridge']);

/** Plain text: the message itself. */
export const text: WrittenPayload = {
  name: 'text',
  matches: (value) => typeof value === 'string',
  read(value, { event, callerId }) {
    const { subject, occurredAt, sourceName } = event;
    const body = readMessageText(withSubject(String(value), subject), FIELD[sourceName]);
    const content = { id: callerId ?? event.id, renderer: text.name, body, occurredAt, origin: originOf(event) };
    if (!TOOLS.has(sourceName)) return { ...writtenContent(content), overrides: {} };
    const { severity, certainty } = toldVerdict(subject, String(value));
    const doubt = certainty === 'doubt' ? ({ callsNobody: true } as const) : {};
    return { ...writtenContent({ ...content, severity, ...doubt }), overrides: {} };
  },
};

/** Puts an SNS subject before the text as its first line, unless the text already contains it. */
function withSubject(message: string, subject: string): string {
  const heading = oneLine(subject);
  return message.includes(heading) ? message : `${heading}\n${message}`.trimEnd();
}
