import { originOf } from '../../aws/service-event.js';
import type { Format } from '../../domain/format.js';
import { type Mentions, NOBODY } from '../../domain/mentions.js';
import type { Draft } from '../../domain/notification.js';
import type { PayloadContext } from '../payload.js';
import { readMessageText } from '../written/message-text.js';
import { writtenContent } from '../written/written-content.js';

/** A message of another chat tool's robot, in the caller's own words. */
export interface ChatMessage {
  /** Lines of the message; empty ones are left out. */
  readonly lines: readonly (string | undefined)[];
  readonly format?: Format;
  readonly mentions?: Partial<Mentions>;
}

/**
 * Makes a draft of a chat message.
 * @param field the tool's name for the text, for errors.
 * @throws {InvalidInputError} If there is nothing to read in it.
 */
export function chatDraft(
  renderer: string,
  field: string,
  { lines, format, mentions = {} }: ChatMessage,
  { event, callerId }: PayloadContext,
): Draft {
  const text = lines.filter((line) => line !== undefined && line.trim() !== '').join('\n');
  const body = readMessageText(text, field);
  const content = { id: callerId ?? event.id, renderer, body, occurredAt: event.occurredAt, origin: originOf(event) };
  const called = { ...NOBODY, ...mentions };
  const isCalling = called.all || called.mobiles.length > 0;
  return {
    ...writtenContent(content),
    overrides: { ...(format && { format }), ...(isCalling && { mentions: called }) },
  };
}
