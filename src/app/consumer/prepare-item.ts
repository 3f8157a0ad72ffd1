import type { Mask } from '../../base/known-secrets.js';
import type { DeliveryResult } from '../../domain/delivery.js';
import type { LaneKeyRing } from '../../domain/key-ring.js';
import { DEFAULT_ROBOT } from '../../domain/robot-name.js';
import type { HandedOver } from '../../queue/batch/prepare-items.js';
import type { Item, PreparedItem } from '../../queue/message/item.js';
import type { MessageWords } from '../../text/message-words.js';
import { delayNotice } from '../../wecom/compose/with-delay-note.js';
import {
  confinedRobotMissing,
  mentionLabels,
  resolveMobiles,
  robotMissing,
  unknownRobotNotice,
} from '../../wecom/post/addressee.js';
import type { Config } from '../config.js';
import { markDelayed } from './mark-delayed.js';

interface PrepareParts {
  readonly keys: LaneKeyRing;
  readonly words: MessageWords;
  readonly mask: Mask;
  readonly config: Pick<Config, 'silentAfterMinutes'>;
  readonly now: () => number;
}

/**
 * Looks up the lane, the mobiles and the notice of an item. An item of another lane is handed over: if its robot is a
 * second name of one key, or unknown, in which case it goes to the default robot, as the sender no longer waits for an
 * answer. It is refused if its sender may not reach another robot.
 * @throws {SecretUnavailableError} If the secret cannot be read.
 */
export async function prepareItem(
  { keys, words, mask, config, now }: PrepareParts,
  item: Item,
): Promise<PreparedItem | HandedOver | DeliveryResult> {
  const { robot, format } = item.notification;
  const own = await keys.laneOf(robot);
  const lane = own ?? (await keys.laneOf(DEFAULT_ROBOT));
  if (lane === undefined) return robotMissing(robot, format, words);
  if (own === undefined && item.notification.origin.isConfined) return confinedRobotMissing(words);
  const addressed = own === undefined ? { ...item, unknownRobot: item.unknownRobot ?? robot } : item;
  if (encodeURIComponent(lane) !== item.groupId) return { item: addressed, to: lane };
  const named = markDelayed(item.notification, now(), config);
  const resolved = await resolveMobiles(named, keys);
  // A name that the secret does not hold is shown, and may have been queued before this process knew what is secret.
  const marked = { ...resolved, mentions: { ...resolved.mentions, people: resolved.mentions.people.map(mask) } };
  const { unknownRobot } = addressed;
  const unknown = unknownRobot === undefined ? '' : unknownRobotNotice(mask(unknownRobot), format, words);
  return {
    ...addressed,
    notification: { ...marked, robot: lane },
    notice: [unknown, delayNotice(marked, words)].filter((line) => line !== '').join('\n'),
    whom: mentionLabels(named.mentions, words),
  };
}
