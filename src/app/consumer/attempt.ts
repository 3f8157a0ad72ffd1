import type { DeliveryResult } from '../../domain/delivery.js';
import type { LaneKeyRing } from '../../domain/key-ring.js';
import type { LaneParts } from '../../queue/lane/lane-parts.js';
import { worstOf } from '../../text/severity.js';
import type { WecomMessage } from '../../wecom/api/message.js';
import { createMentionMemory, mentionsPeople } from '../../wecom/post/mention-memory.js';
import type { PostOnce } from '../../wecom/post/post-once.js';
import { replacedKey } from '../../wecom/post/replaced-key.js';
import { SECRET_RETRY_MS, withSecret } from '../../wecom/post/with-secret.js';
import type { FlapMemory } from './flap-memory.js';

const DONE: DeliveryResult = { status: 'delivered', messages: 0 };

interface AttemptParts {
  readonly keys: LaneKeyRing;
  readonly postOnce: PostOnce;
  readonly flaps: Pick<FlapMemory, 'called'>;
  /** Returns milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Creates the function that makes one attempt at a message. People called a moment ago are not called again. A key that the
 * secret has replaced is not a refusal: the message is retried with the new one.
 */
export function createAttempt({ keys, postOnce, flaps, now }: AttemptParts): LaneParts<WecomMessage>['attempt'] {
  const mentions = createMentionMemory(now);
  return async ({ items, accepted }, message, deadlineMs) => {
    const worst = worstOf(items.map(({ notification }) => notification));
    if (!worst) return DONE;
    const { id, robot, severity } = worst;
    const called = mentions.withoutRepeat(robot, message, severity);
    // A message that only repeats mentions made a moment ago is not worth one of the twenty a minute.
    if (called !== message && accepted > 0) return DONE;
    return withSecret(async () => {
      const key = await keys.key(robot);
      if (!key) return later(SECRET_RETRY_MS, 'The robot is no longer in the secret');
      const { result } = await postOnce(called, { id, robot, key }, deadlineMs);
      if (result.status === 'delivered') {
        mentions.remember(robot, called, severity);
        if (mentionsPeople(called)) flaps.called(items);
      }
      const replaced = await replacedKey(result, { robot, key }, keys);
      return replaced ? later(0, 'The key was replaced') : result;
    });
  };
}

function later(retryAfterMs: number, reason: string): DeliveryResult {
  return { status: 'unavailable', retryAfterMs, reason };
}
