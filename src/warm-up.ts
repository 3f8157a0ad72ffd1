import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Secrets } from './secrets.js';
import type { HttpsTransport } from './wecom/post.js';

/** Init waits for the secret no longer than this, milliseconds. */
const MAX_WAIT_MS = 2000;

/**
 * Does ahead of the first event what every event needs: reads the secret, and opens the connection to WeCom where this function
 * posts. Never fails because of either: whoever needs them then tries again and reports what is wrong.
 */
export async function warmUp(
  { queueUrl, robotSecretId }: Config,
  secrets: Pick<Secrets, 'warm'>,
  transport: Pick<HttpsTransport, 'warm'>,
  clock: Clock,
): Promise<void> {
  if (!queueUrl) transport.warm();
  // Without its name there is no secret to read: a `notify` whose HTTP door is off.
  if (robotSecretId) await Promise.race([secrets.warm(), clock.sleep(MAX_WAIT_MS)]);
}
