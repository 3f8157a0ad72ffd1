import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { RobotKey } from '../../domain/robot-key.js';
import type { Words } from '../../text/words.js';
import type { WecomMessage } from '../api/message.js';
import { judge, type Verdict } from './judge.js';
import type { Transport } from './transport.js';

/** One POST, connecting included, milliseconds; less where less time is left. */
const POST_TIMEOUT_MS = 10_000;
/** With less time left than this nothing is posted: an answer would come too late to be heard, milliseconds. */
export const MIN_POST_MS = 250;

export interface PostOnceParts {
  readonly transport: Pick<Transport, 'post'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: Words;
}

/** Where a message goes. */
export interface Target {
  /** The notification's, for the log. */
  readonly id: string;
  readonly robot: string;
  readonly key: RobotKey;
}

/** Posts one message by a deadline in milliseconds since 1970: one attempt, judged, and logged where WeCom did not take it. */
export type PostOnce = (message: WecomMessage, target: Target, deadlineMs: number) => Promise<Verdict>;

/** The one way a message leaves: what counts against WeCom's limit. */
export function createPostOnce({ transport, clock, log, words }: PostOnceParts): PostOnce {
  return async (message, target, deadlineMs) => {
    const left = deadlineMs - clock.now();
    if (left < MIN_POST_MS) return outOfTime(words);
    const posted = await transport.post(target.key, JSON.stringify(message), Math.min(POST_TIMEOUT_MS, left));
    const verdict = judge(posted, words);
    if (verdict.result.status !== 'delivered') report(log, target, verdict);
    return verdict;
  };
}

function outOfTime(words: Words): Verdict {
  return { result: { status: 'unavailable', retryAfterMs: 1000, reason: words.delivery.outOfTime } };
}

/** WeCom's own words stay in the log. They hold no key today, and shall not tomorrow. */
function report(log: Log, { id, robot, key }: Target, { result, errmsg }: Verdict): void {
  const { status } = result;
  log.write('warn', 'WeCom did not take a message', {
    id,
    robot,
    status,
    ...('errcode' in result && { errcode: result.errcode }),
    ...('reason' in result && { reason: result.reason }),
    ...(errmsg !== undefined && { errmsg: errmsg.replaceAll(key.reveal(), '***') }),
  });
}
