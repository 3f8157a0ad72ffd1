import type { Mask } from '../../base/known-secrets.js';
import { createRecentIds } from '../../base/recent-ids.js';
import type { LaneKeyRing } from '../../domain/key-ring.js';
import type { LaneParts } from '../../queue/lane/lane-parts.js';
import type { MessageWords } from '../../text/message-words.js';
import type { PostOnce } from '../../wecom/post/post-once.js';
import { isNotice, maskReasons, parkedText } from './parked-notice.js';
import type { ProbeRobot } from './probe-robot.js';

interface TellParkedParts {
  readonly keys: Pick<LaneKeyRing, 'key'>;
  readonly postOnce: PostOnce;
  readonly probe: ProbeRobot;
  readonly words: MessageWords;
  readonly mask: Mask;
  /** Returns milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Creates the function that tells a group, at once and as an attempt of its robot, that messages are about to be dead-lettered. There
 * is no notice of a dead-lettered notice: there it asks for any answer.
 */
export function createTellParked(parts: TellParkedParts): LaneParts<unknown>['tellParked'] {
  const { keys, postOnce, probe, words, mask, now } = parts;
  const untoldByTitle = createRecentIds(now);
  return async (parked, robot, deadlineMs) => {
    if (parked.every(isNotice)) return probe(robot, deadlineMs);
    const key = await keys.key(robot);
    if (!key) return false;
    const ids = parked.map(({ message }) => message.messageId);
    const content = parkedText(maskReasons(parked, mask), words, ids.some(untoldByTitle.has) ? 'ids' : 'titles');
    const target = { id: 'parked-notice', robot, key };
    const { result } = await postOnce({ msgtype: 'text', text: { content } }, target, deadlineMs);
    const isDelivered = result.status === 'delivered';
    // A title may be the reason why WeCom takes neither the message nor a notice of it.
    if (!isDelivered) for (const id of ids) untoldByTitle.add(id);
    return isDelivered;
  };
}
