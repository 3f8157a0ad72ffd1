import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { MakeFollowUp } from '../../queue/lane/follow-up.js';
import type { Watch } from '../../watch/watch.js';
import { MAX_IMAGE_BYTES } from '../../wecom/api/limits.js';

interface PictureParts {
  readonly openWatch?: () => Promise<Watch>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates the function that has the picture of an alarm drawn. Whatever keeps it from coming is one line in the log. */
export function createMakePicture({ openWatch, clock, log }: PictureParts): MakeFollowUp {
  return async ({ notification }, signal) => {
    const { id, graph } = notification;
    if (!openWatch || !graph) return undefined;
    try {
      const { picture } = await openWatch();
      return await picture(notification, graph, { maxBytes: MAX_IMAGE_BYTES, now: clock.now(), signal });
    } catch (error) {
      log.write('warn', 'graph not drawn', { id, reason: String(error) });
      return undefined;
    }
  };
}
