import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Config } from './config.js';

/** Init waits for the secret no longer than this, milliseconds. */
const MAX_WAIT_MS = 2000;

interface WarmUpParts {
  readonly secrets: Pick<Secrets, 'warm'>;
  /** Open a connection each, to those that this function talks to. They return at once. */
  readonly connections: readonly { warm(): void }[];
  /** Goes the way of a message once, without sending one. */
  readonly rehearse: () => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Does ahead of the first event what every event needs: opens connections, reads the secret, and rehearses while the answers
 * are on their way. Never fails because of any of it: whoever needs it then tries again and reports what is wrong.
 */
export async function warmUp({ robotSecretId }: Config, parts: WarmUpParts): Promise<void> {
  const { secrets, connections, rehearse, clock, log } = parts;
  for (const connection of connections) open(connection, log);
  // Between two pieces of work the event loop takes a turn: a handshake goes on while the CPU is busy with the next.
  await clock.sleep(0);
  // Without its name there is no secret to read: a `notify` whose HTTP door is off.
  const secret = robotSecretId ? Promise.race([secrets.warm(), clock.sleep(MAX_WAIT_MS)]) : undefined;
  await clock.sleep(0);
  // Nobody waits for its message: a real one meets the same error, and reports it to whoever sent it.
  await rehearse().catch((error: unknown) => log.write('warn', 'rehearsal broken off', { reason: String(error) }));
  await secret;
}

function open(connection: { warm(): void }, log: Log): void {
  try {
    connection.warm();
  } catch (error) {
    // An address that is none: the first call meets the same error, with somebody to tell.
    log.write('warn', 'connection not opened ahead', { reason: String(error) });
  }
}
