import { randomUUID } from 'node:crypto';
import type { Format } from '../domain/format.js';
import type { Notification } from '../domain/notification.js';
import { parseMentions } from '../domain/parse-mentions.js';
import { DEFAULT_ROBOT } from '../domain/robot-name.js';
import { readMessageText } from '../payloads/written/message-text.js';
import { writtenContent } from '../payloads/written/written-content.js';

/** The library's parameters, by the names that errors use. From JavaScript, any of them may arrive unchecked. */
export interface PushParameters {
  readonly pushMessage: unknown;
  readonly isAtAll: unknown;
  readonly atMobiles: unknown;
  readonly format: Format;
}

/**
 * Returns the notification that a call of the library asks for.
 * @param now milliseconds since 1970.
 * @throws {InvalidInputError} If a parameter is invalid. Names the parameter, its rule and the given value.
 */
export function pushNotification(
  { pushMessage, isAtAll, atMobiles, format }: PushParameters,
  now: number,
): Notification {
  const body = readMessageText(pushMessage, 'pushMessage');
  const written = {
    id: `push:${randomUUID()}`,
    renderer: 'push',
    body,
    occurredAt: now,
    origin: { source: 'invoke' },
  } as const;
  const fields = { isAtAll: 'isAtAll', atMobiles: 'atMobiles' };
  return {
    ...writtenContent(written),
    robot: DEFAULT_ROBOT,
    format,
    mentions: parseMentions(isAtAll, atMobiles, { allowPeople: false, fields }),
  };
}
