import { isRecent } from '../../base/clock.js';
import { arrayAt } from '../../base/json.js';
import type { Severity } from '../../domain/severity.js';
import { bySeverity } from '../../text/severity.js';
import type { TextMessage, WecomMessage } from '../api/message.js';

/** Time within which the same people are not called again, milliseconds. */
const REPEAT_MS = 60_000;

/** Remembers the last people each robot called, so that a storm of messages is not a storm of calls. Per process. */
export interface MentionMemory {
  /** Returns the message without a call made a moment ago. People called for something less severe are called again. */
  withoutRepeat(robot: string, message: WecomMessage, severity: Severity): WecomMessage;
  /** Records a message that WeCom accepted. Has to be called for each. */
  remember(robot: string, message: WecomMessage, severity: Severity): void;
}

interface Call {
  readonly at: number;
  readonly severity: Severity;
}

/** Creates an empty memory. @param now returns milliseconds since 1970. */
export function createMentionMemory(now: () => number): MentionMemory {
  const calls = new Map<string, Call>();
  const keyOf = (robot: string, whom: string): string => JSON.stringify([robot, whom]);
  return {
    withoutRepeat: (robot, message, severity) => {
      const whom = whomIn(message);
      const last = whom === undefined ? undefined : calls.get(keyOf(robot, whom));
      const isRepeat = last && isRecent(last.at, REPEAT_MS, now()) && bySeverity({ severity }, last) >= 0;
      return isRepeat && message.msgtype === 'text' ? withoutMentions(message) : message;
    },
    remember: (robot, message, severity) => {
      for (const [key, { at }] of calls) if (!isRecent(at, REPEAT_MS, now())) calls.delete(key);
      const whom = whomIn(message);
      if (whom !== undefined) calls.set(keyOf(robot, whom), { at: now(), severity });
    },
  };
}

/** Returns true if a message makes somebody's phone ring, by its lists or by a user id in its markdown. */
export function mentionsPeople(message: WecomMessage): boolean {
  if (message.msgtype === 'markdown') return message.markdown.content.includes('<@');
  return whomIn(message) !== undefined;
}

/** Returns the people called, in a fixed order. `@all` is the same whoever else is named. */
function whomIn(message: WecomMessage): string | undefined {
  if (message.msgtype !== 'text') return undefined;
  // A caller's own message is passed through, so its lists may be anything that WeCom itself accepts, such as null.
  const names = [...arrayAt(message.text, 'mentioned_list'), ...arrayAt(message.text, 'mentioned_mobile_list')].map(
    String,
  );
  if (names.length === 0) return undefined;
  return names.includes('@all') ? '@all' : names.sort().join(' ');
}

function withoutMentions({
  text: { mentioned_list, mentioned_mobile_list, ...text },
  ...message
}: TextMessage): TextMessage {
  return { ...message, text };
}
