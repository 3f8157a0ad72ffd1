import { randomUUID } from 'node:crypto';
import { quote } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';
import { parseMentions } from '../domain/mentions.js';
import { DEFAULT_ROBOT, FORMATS, type Format, type Notification } from '../domain/notification.js';
import { checkMessageText } from '../payloads/message-text.js';
import { trimMiddle } from '../wecom/compose/trim.js';

/** The library's parameters, by the names that errors use. From JavaScript, any of them may arrive unchecked. */
export interface PushParameters {
  readonly pushMessage: unknown;
  readonly isAtAll: unknown;
  readonly atMobiles: unknown;
  readonly format: Format;
}

const MAX_TITLE = 60;

/**
 * Returns the notification that a call of the library asks for.
 * @param now milliseconds since 1970.
 * @throws {InvalidInputError} If a parameter is invalid. Names the parameter, its rule and the given value.
 */
export function pushNotification(
  { pushMessage, isAtAll, atMobiles, format }: PushParameters,
  now: number,
): Notification {
  if (typeof pushMessage !== 'string') {
    throw new InvalidInputError(
      'pushMessage',
      `Cannot send pushMessage as it must be a string: current value is ${quote(pushMessage)}`,
      { fault: { kind: 'notText', given: quote(pushMessage) } },
    );
  }
  checkMessageText(pushMessage, 'pushMessage');
  if (!FORMATS.includes(format)) {
    const [allowed, given] = [FORMATS.join(', '), quote(format)];
    const rule = `Cannot send a message as its format must be one of ${allowed}`;
    throw new InvalidInputError('format', `${rule}: current value is ${given}`, {
      fault: { kind: 'format', allowed, given },
    });
  }
  const fields = { isAtAll: 'isAtAll', atMobiles: 'atMobiles' };
  return {
    kind: 'written',
    id: `push:${randomUUID()}`,
    renderer: 'push',
    severity: 'info',
    title: titleOf(pushMessage),
    body: pushMessage,
    occurredAt: now,
    origin: { source: 'invoke' },
    robot: DEFAULT_ROBOT,
    mentions: parseMentions(isAtAll, atMobiles, { allowPeople: false, fields }),
    format,
  };
}

/**
 * Returns the first line, which the mention after a markdown message repeats. There a heading's mark would be noise.
 */
function titleOf(message: string): string {
  const [line = ''] = message.trim().split('\n', 1);
  return trimMiddle(line.replace(/^#+\s+(?=\S)/, ''), MAX_TITLE);
}
