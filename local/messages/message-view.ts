import type { JsonObject } from '../../src/base/json.js';
import { SEVERITIES, type Severity } from '../../src/domain/severity.js';
import type { KeptMessage } from '../group/entry.js';
import { textOf } from '../wecom/show.js';
import type { ShownMentions } from '../wecom/shown-message.js';

/** The colours by the symbol with which a message begins, or its first line that has one. */
export const COLOURS = { '🔴': 'red', '🟠': 'orange', '🟢': 'green', '⚪': 'white' } as const;

/** A colour in which a message is shown. */
export type Colour = (typeof COLOURS)[keyof typeof COLOURS];

/** A message as the API answers with it. */
export interface MessageView {
  readonly id: number;
  /** ISO 8601, the group's time. */
  readonly at: string;
  readonly robot: string;
  /** WeCom's `msgtype`. */
  readonly type: string;
  /** As people read it: without the marks of markdown, with the mentions in a line of their own. */
  readonly text: string;
  /** Absent if it has none of the four symbols, as a text that people wrote. */
  readonly colour?: Colour;
  /** The most severe of its notifications. Absent if none is known. */
  readonly severity?: Severity;
  readonly mentions: ShownMentions;
  readonly notifications: KeptMessage['notifications'];
  /** The page, opened at the message. */
  readonly link: string;
  /** The JSON that was posted to WeCom. */
  readonly message: JsonObject;
}

/** Returns a message as the API answers with it. `base` is the page's address. */
export function viewOfMessage(
  { number, at, robot, message, mentions, notifications }: KeptMessage,
  base: string,
): MessageView {
  const text = textOf(message);
  const colour = colourOf(text);
  const severity = SEVERITIES.find((one) => notifications.some((notification) => notification.severity === one));
  return {
    ...{ id: number, at: new Date(at).toISOString(), robot, type: String(message['msgtype']), text },
    ...(colour && { colour }),
    ...(severity && { severity }),
    ...{ mentions, notifications, link: `${base}/messages/${number}`, message },
  };
}

function colourOf(text: string): Colour | undefined {
  const [symbol] = /[🔴🟠🟢⚪]/u.exec(text) ?? [];
  return Object.entries(COLOURS).find(([one]) => one === symbol)?.[1];
}
