import { originOf, type ServiceEvent } from '../aws/service-event.js';
import type { WrittenContent } from '../domain/notification.js';
import { oneLine } from '../text/one-line.js';

/** Longest title, in characters: it names the message in logs and in `详情见上一条`, it is not the message. */
const MAX_TITLE_CHARACTERS = 60;

/**
 * A message in a person's own words: sent as written. An SNS subject becomes the first line unless the text repeats it. The
 * body is empty only where both are: whether that is worth an error is for who reads the event to say.
 */
export function textContent(event: ServiceEvent): WrittenContent {
  const body = bodyOf(event);
  return {
    kind: 'written',
    id: event.id,
    renderer: 'text',
    severity: 'info',
    title: titleOf(body),
    occurredAt: event.occurredAt,
    origin: originOf(event),
    body,
  };
}

function bodyOf({ subject, text }: ServiceEvent): string {
  const heading = oneLine(subject);
  return text.includes(heading) ? text : `${heading}\n${text}`.trimEnd();
}

function titleOf(body: string): string {
  const line = oneLine(body.slice(0, 1000).trimStart().split('\n', 1).join());
  const characters = Array.from(line);
  return characters.length <= MAX_TITLE_CHARACTERS ? line : `${characters.slice(0, MAX_TITLE_CHARACTERS).join('')}…`;
}

/** A title without a markdown heading's mark: it stands inside other lines, where the mark is noise. */
export function plainTitle(title: string): string {
  return title.replace(/^#+\s+(?=\S)/, '');
}
