import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import { type DeliveryResult, errcodeOf } from '../domain/delivery.js';
import type { KeyRing } from '../domain/key-ring.js';
import { DEFAULT_ROBOT } from '../domain/notification.js';
import type { PreparedItem } from '../queue/item.js';
import type { Words } from '../text/words.js';
import { ROBOT_GONE } from '../wecom/api/errcodes.js';
import type { PostOnce } from '../wecom/post/post-once.js';

/** The shortest interval between two notices about the same gone robot, milliseconds. */
const NOTICE_EVERY_MS = 15 * 60_000;
/** The delay, after a notice failed, before the next dead-lettered message may send another, milliseconds. */
const RETRY_MS = 60_000;
/** The time to post the notice, less than the pause that the gone robot has to make anyway, milliseconds. */
const POST_MS = 3000;

interface GoneNoticeParts {
  readonly keys: Pick<KeyRing, 'key'>;
  readonly postOnce: PostOnce;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
}

/** Called after messages are dead-lettered, with WeCom's answer. Never rejects. */
type GoneNotice = (items: readonly PreparedItem[], result: DeliveryResult) => Promise<void>;

/**
 * Creates a notice that tells the default group when another group's robot can no longer post:
 * `⚠️ 机器人“dba”已失效（93000），N 条消息已存入死信队列`. Best effort, and per process: the messages themselves are safe, and the
 * dead-letter alarm reports them too.
 */
export function createGoneNotice({ keys, postOnce, words, clock, log }: GoneNoticeParts): GoneNotice {
  const silentUntil = new Map<string, number>();

  async function tell(robot: string, errcode: number, parked: number): Promise<boolean> {
    const key = await keys.key(DEFAULT_ROBOT);
    if (!key) return false;
    const content = words.phrase.robotGone(robot, errcode, parked);
    const target = { id: 'robot-gone', robot: DEFAULT_ROBOT, key };
    const { result } = await postOnce({ msgtype: 'text', text: { content } }, target, clock.now() + POST_MS);
    // Without an answer it may have been shown: twice would be noise, and the dead-letter alarm reports it as well.
    return result.status === 'delivered' || result.status === 'unconfirmed';
  }

  return async (items, result) => {
    const robot = items[0]?.notification.robot ?? DEFAULT_ROBOT;
    const errcode = errcodeOf(result);
    if (errcode === undefined || !ROBOT_GONE.has(errcode) || robot === DEFAULT_ROBOT) return;
    if (clock.now() < (silentUntil.get(robot) ?? 0)) return;
    silentUntil.set(robot, clock.now() + NOTICE_EVERY_MS);
    const isTold = await tell(robot, errcode, items.length).catch((error: unknown) => {
      log.write('warn', 'default group not told that a robot is gone', { robot, reason: String(error) });
      return false;
    });
    if (!isTold) silentUntil.set(robot, clock.now() + RETRY_MS);
  };
}
