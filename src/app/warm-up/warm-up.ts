import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { Secrets } from '../../secrets/secrets.js';

/** The longest that init waits for the secret, milliseconds. */
const MAX_WAIT_MS = 2000;

interface WarmUpParts {
  /** The secrets that this function reads. */
  readonly secrets: readonly Pick<Secrets, 'warm'>[];
  /** Each opens a connection to a service that this function calls, and returns at once. */
  readonly connections: readonly { warm(): void }[];
  /** Takes a message through the app once, without sending one. */
  readonly rehearse: () => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Prepares before the first event what every event needs: opens connections, reads the secret, and rehearses while the
 * answers are on their way. Never fails because of any of it: the first caller that needs it tries again and reports
 * the problem.
 */
export async function warmUp(parts: WarmUpParts): Promise<void> {
  const { secrets, connections, rehearse, clock, log } = parts;
  for (const connection of connections) open(connection, log);
  // Between two pieces of work the event loop gets a turn, so that handshakes proceed while the CPU is busy with the
  // next.
  await clock.sleep(0);
  // A `notify` whose HTTP door is off has no secret to read.
  const read = secrets.map((secret) => secret.warm());
  const secret = read.length > 0 ? Promise.race([Promise.all(read), clock.sleep(MAX_WAIT_MS)]) : undefined;
  await clock.sleep(0);
  // No one waits for this message: a real one meets the same error and reports it to its sender.
  await rehearse().catch((error: unknown) => log.write('warn', 'rehearsal failed', { reason: String(error) }));
  await secret;
}

function open(connection: { warm(): void }, log: Log): void {
  try {
    connection.warm();
  } catch (error) {
    // An invalid address: the first call meets the same error, with a caller to report it to.
    log.write('warn', 'connection not opened in advance', { reason: String(error) });
  }
}
