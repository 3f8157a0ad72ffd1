import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import { nameOrLength } from '../../base/quote.js';
import { codeOf } from '../../domain/delivery.js';
import { codeFields } from '../../domain/report.js';
import type { RobotKey } from '../../domain/robot-key.js';
import type { MessageWords } from '../../text/message-words.js';
import type { WecomMessage } from '../api/message.js';
import { type Judgement, judge } from './judge.js';
import type { Transport } from './transport.js';

/** Limit for one POST, including the connection, milliseconds. Shorter if less time is left. */
const POST_TIMEOUT_MS = 10_000;
/** Least time left for a POST, milliseconds: with less, the answer would come too late. */
export const MIN_POST_MS = 250;

/** The connection, the clock and the words that a post needs. */
export interface PostOnceParts {
  readonly transport: Pick<Transport, 'post'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: MessageWords;
}

/** The target of a message. */
export interface Target {
  /** The notification's id, for the log. */
  readonly id: string;
  readonly robot: string;
  readonly key: RobotKey;
}

/**
 * Posts one message by a deadline in milliseconds since 1970: one attempt, judged, and logged if WeCom did not accept
 * it.
 */
export type PostOnce = (message: WecomMessage, target: Target, deadlineMs: number) => Promise<Judgement>;

/** Creates the only way for a message to leave: each call counts against WeCom's limit. */
export function createPostOnce({ transport, clock, log, words }: PostOnceParts): PostOnce {
  return async (message, target, deadlineMs) => {
    const left = deadlineMs - clock.now();
    if (left < MIN_POST_MS) return outOfTime(words);
    const posted = await transport.post(target.key, JSON.stringify(message), Math.min(POST_TIMEOUT_MS, left));
    const judgement = judge(posted, words);
    if (judgement.result.status !== 'delivered') report(log, target, judgement);
    return judgement;
  };
}

/** Returns the judgement of a message for which too little time is left. */
export function outOfTime(words: MessageWords): Judgement {
  return { result: { status: 'unavailable', retryAfterMs: 1000, reason: words.delivery.outOfTime } };
}

/** Logs WeCom's own words, which stay in the log. They hold no key today, and the masking keeps it so. */
function report(log: Log, { id, robot, key }: Target, { result, errmsg }: Judgement): void {
  const { status } = result;
  log.write('warn', 'message not accepted by WeCom', {
    id,
    robot: nameOrLength(robot),
    status,
    ...codeFields(codeOf(result)),
    ...('reason' in result && { reason: result.reason }),
    ...(errmsg !== undefined && { errmsg: errmsg.replaceAll(key.reveal(), '***') }),
  });
}
