import type { WrittenContent } from '../../domain/content.js';
import { InvalidInputError } from '../../domain/errors.js';
import { NOBODY } from '../../domain/mentions.js';
import type { Notification } from '../../domain/notification.js';
import { formatBytes } from '../../text/format.js';
import type { MessageWords } from '../../text/message-words.js';
import { MAX_CONTENT_BYTES } from '../api/limits.js';
import { carriable } from './defuse.js';
import { PARAGRAPH_BREAK } from './page.js';
import { split } from './split.js';

/** Most parts of one text. More would take half of a robot's minute. */
export const MAX_PARTS = 10;

/** The treatment of a text of more than {@link MAX_PARTS} parts. */
export interface PartsOptions {
  /**
   * Refuses it if true, as the caller hears of it; otherwise it is cut and marked. Default: true if it came over HTTP.
   */
  readonly refuse?: boolean;
  /** The text's name in the caller's spelling. Default `push_message`. */
  readonly field?: string;
}

/**
 * Splits a caller's text that is too long for one message into one notification per part. Each part leaves room for its
 * `(1/3)`, and only the last one mentions. Rendered and native messages pass unchanged.
 * @throws {InvalidInputError} If the text is empty, or (413) if it has too many parts and is to be refused.
 */
export function partsOf(
  notification: Notification,
  words: MessageWords,
  options: PartsOptions = {},
): readonly Notification[] {
  if (notification.kind !== 'written') return [notification];
  const { refuse = notification.origin.source === 'http', field = 'push_message' } = options;
  const { format } = notification;
  const body = carriable(notification.body);
  const bytes = Buffer.byteLength(body);
  if (body.trim() === '') {
    throw new InvalidInputError(
      field,
      `Cannot send ${field} as it must hold text: current value is empty or white space`,
      { violation: { kind: 'nothingToRead' } },
    );
  }
  if (bytes <= MAX_CONTENT_BYTES[format]) return [{ ...notification, body }];

  const marker = PARAGRAPH_BREAK[format] + words.phrase.part(MAX_PARTS, MAX_PARTS);
  const room = MAX_CONTENT_BYTES[format] - Buffer.byteLength(marker);
  const pieces = take(MAX_PARTS + 1, split(body, room, format !== 'text'));
  if (pieces.length <= MAX_PARTS) return numbered(notification, pieces);
  if (refuse) throw tooLong(field, bytes, room);
  const mark = PARAGRAPH_BREAK[format] + words.phrase.truncated(formatBytes(bytes));
  const kept = take(MAX_PARTS, split(body, room - Buffer.byteLength(mark), format !== 'text'));
  return numbered(notification, [...kept.slice(0, -1), `${kept.at(-1)}${mark}`]);
}

function numbered(notification: Notification & WrittenContent, pieces: readonly string[]): readonly Notification[] {
  const of = pieces.length;
  return pieces.map((body, index) => ({
    ...notification,
    body,
    mentions: index === of - 1 ? notification.mentions : NOBODY,
    ...(of > 1 && { part: { number: index + 1, of } }),
  }));
}

function tooLong(field: string, bytes: number, room: number): InvalidInputError {
  const violation = {
    kind: 'tooManyParts',
    parts: MAX_PARTS,
    room: formatBytes(MAX_PARTS * room),
    size: formatBytes(bytes),
  } as const;
  const rule = `it must fit into ${MAX_PARTS} messages (about ${violation.room})`;
  return new InvalidInputError(field, `Cannot send ${field} as ${rule}: current size is ${violation.size}`, {
    httpStatus: 413,
    violation,
  });
}

function take(count: number, pieces: Iterable<string>): readonly string[] {
  const taken: string[] = [];
  for (const piece of pieces) {
    taken.push(piece);
    if (taken.length === count) break;
  }
  return taken;
}
