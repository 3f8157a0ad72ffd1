import type { Clock } from '../clock.js';
import type { KeyRing } from '../key-ring.js';
import type { Log } from '../log.js';
import type { RobotKey } from '../robot-key.js';
import type { Words } from '../text/words.js';
import { judge, type Verdict } from './judge.js';
import type { WecomMessage } from './message.js';
import { quickRetryDelayMs } from './retry.js';
import type { Transport } from './transport.js';

/** One POST, connecting included, milliseconds; less where less time is left. */
const POST_TIMEOUT_MS = 10_000;
/** With less time left than this nothing is posted: an answer would come too late to be heard, milliseconds. */
const MIN_POST_MS = 250;
/** WeCom's word for a wrong key. */
const INVALID_WEBHOOK_URL = 93000;

interface SendParts {
  readonly transport: Pick<Transport, 'post'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly words: Words;
  readonly keys: Pick<KeyRing, 'replacement'>;
}

/** Where a message goes. */
export interface Target {
  /** The notification's, for the log. */
  readonly id: string;
  readonly robot: string;
  readonly key: RobotKey;
}

/** What became of one message, and the target with the key that holds now. */
interface Sent {
  readonly result: Verdict['result'];
  readonly target: Target;
}

/** Posts one message by a deadline in milliseconds since 1970. */
type Send = (message: WecomMessage, target: Target, deadlineMs: number) => Promise<Sent>;

/** Posts, with quick retries of what may pass within seconds, and once with another key where the secret now has one. */
export function createSend({ transport, clock, random, log, words, keys }: SendParts): Send {
  async function post(json: string, target: Target, deadlineMs: number): Promise<Verdict> {
    const left = deadlineMs - clock.now();
    if (left < MIN_POST_MS) return outOfTime(words);
    const verdict = judge(await transport.post(target.key, json, Math.min(POST_TIMEOUT_MS, left)), words);
    if (verdict.result.status !== 'delivered') report(log, target, verdict);
    return verdict;
  }

  async function postWithRetries(json: string, target: Target, deadlineMs: number): Promise<Sent> {
    for (let tries = 1; ; tries++) {
      const verdict = await post(json, target, deadlineMs);
      const delayMs = quickRetryDelayMs(verdict, tries, random());
      const isLast = delayMs === undefined || clock.now() + delayMs + MIN_POST_MS > deadlineMs;
      if (isLast) return { result: verdict.result, target };
      await clock.sleep(delayMs);
    }
  }

  return async (message, target, deadlineMs) => {
    const json = JSON.stringify(message);
    const sent = await postWithRetries(json, target, deadlineMs);
    if (sent.result.status !== 'refused' || sent.result.errcode !== INVALID_WEBHOOK_URL) return sent;
    const key = await keys.replacement(target.robot, target.key);
    return key ? postWithRetries(json, { ...target, key }, deadlineMs) : sent;
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
