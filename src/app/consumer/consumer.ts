import type { Clock } from '../../base/clock.js';
import type { Mask } from '../../base/known-secrets.js';
import type { Log } from '../../base/log.js';
import { createRecentIds } from '../../base/recent-ids.js';
import type { LaneKeyRing } from '../../domain/key-ring.js';
import { reportProbe } from '../../domain/report.js';
import { createDrain, type Drain } from '../../queue/drain.js';
import type { CompleteItems } from '../../queue/message/item.js';
import type { QueueReader } from '../../queue/sqs/queue-client.js';
import type { Secrets } from '../../secrets/secrets.js';
import type { MessageWords } from '../../text/message-words.js';
import type { Watch } from '../../watch/watch.js';
import { faultOf } from '../../wecom/api/errcodes.js';
import type { WecomMessage } from '../../wecom/api/message.js';
import type { HttpsTransport } from '../../wecom/post/https-transport.js';
import { createPostOnce } from '../../wecom/post/post-once.js';
import { withSecret } from '../../wecom/post/with-secret.js';
import type { Config } from '../config.js';
import { createCheckHeartbeat } from '../heartbeat.js';
import type { Complete, LookUps } from '../look-up/look-up.js';
import { createAttempt } from './attempt.js';
import { createFlapMemory } from './flap-memory.js';
import { createIsWatched } from './is-watched.js';
import { createItemComposer } from './item-composer.js';
import { createMakePicture } from './make-picture.js';
import { createParkedNotice, maskReasons } from './parked-notice.js';
import { prepareItem } from './prepare-item.js';
import { createProbeRobot } from './probe-robot.js';
import { createTellParked } from './tell-parked.js';
import { tellSettled } from './tell-settled.js';
import { createToldItems } from './told-items.js';

/** The connections of the consumer, and the settings it follows. */
export interface ConsumerParts {
  /** Loads what needs CloudWatch. Absent: no picture follows an alarm. */
  readonly openWatch?: () => Promise<Watch>;
  /** Returns the account of the function. Absent if it is never known. */
  readonly ownAccount?: () => string | undefined;
  readonly queue: QueueReader;
  readonly transport: Pick<HttpsTransport, 'post' | 'check'>;
  readonly keys: LaneKeyRing & Pick<Secrets, 'verify'>;
  /** Absent if nothing is looked up. */
  readonly lookUps?: LookUps | undefined;
  readonly words: MessageWords;
  readonly config: Config;
  readonly clock: Clock;
  readonly random: () => number;
  /** Masks the secrets that the process has read. */
  readonly mask: Mask;
  readonly log: Log;
}

/** Creates the queue's consumer: tells the queue what it needs to know of WeCom, and WeCom nothing of the queue. */
export function createConsumer(parts: ConsumerParts): Drain {
  const { words, config, clock, random, mask, log, keys, lookUps } = parts;
  const { now } = clock;
  const postOnce = createPostOnce(parts);
  const probe = createProbeRobot(parts);
  const flaps = createFlapMemory(now, createIsWatched(config, parts.ownAccount ?? (() => undefined)));
  const tellOthers = createParkedNotice(parts);
  const checkHeartbeat = createCheckHeartbeat(parts);
  return createDrain<WecomMessage>({
    queue: maskingReasons(parts.queue, mask),
    prepare: (item) => withSecret(() => prepareItem({ ...parts, now }, item)),
    ...createItemComposer(words, config.timeZone),
    attempt: createAttempt({ keys, postOnce, flaps, now }),
    probe: async ({ notification, queuedAt }, deadlineMs) => {
      const isAnswered = await probe(notification.robot, deadlineMs);
      reportProbe(log, notification, isAnswered, now() - queuedAt);
      return isAnswered;
    },
    tellParked: createTellParked({ keys, postOnce, probe, words, mask, now }),
    makeFollowUp: createMakePicture(parts),
    faultOf,
    ...createToldItems({ flaps, lookUps, clock, log }),
    onParked: (parked) => tellOthers(maskReasons(parked, mask)),
    onHeartbeat: async (heartbeat) => {
      await Promise.all([checkHeartbeat(heartbeat), tellSettled(parts, flaps)]);
    },
    beginLookUps: lookUps && (() => forItems(lookUps.begin())),
    done: createRecentIds(now),
    minIntervalMs: config.minIntervalMs,
    maxBytes: config.queueMaxBytes,
    clock,
    random,
    log,
  });
}

/** Returns the queue with the reasons of dead letters masked: an error of ours may quote what it choked on. */
function maskingReasons(queue: QueueReader, mask: Mask): QueueReader {
  return {
    ...queue,
    deadLetter: (message, { code, reason }) => queue.deadLetter(message, { code: mask(code), reason: mask(reason) }),
  };
}

/** Returns look-ups of notifications as look-ups of the items that hold them. */
function forItems(complete: Complete): CompleteItems {
  return async (items, time) => {
    const notifications = items.map(({ notification }) => notification);
    const completed = await complete(notifications, time);
    return items.map((item, index) => ({ ...item, notification: completed[index] ?? item.notification }));
  };
}
