import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { HttpToken, KeyRing } from '../domain/key-ring.js';
import type { RobotKey } from '../domain/robot-key.js';
import type { ReadSecret } from './read-secret.js';
import type { RobotSecret } from './robot-secret.js';

/** The time for which a secret serves after it was read. */
export const SECRET_TTL_MS = 5 * 60_000;
/** A doubt (a refused key, an unknown name) makes it be read again at once, but at most this often. */
export const SECRET_REREAD_MS = 60_000;

/** The cached secret: the parts that delivery and the HTTP door need. */
export interface Secrets extends KeyRing {
  httpTokens(): Promise<readonly HttpToken[]>;
  /**
   * Starts the first read ahead of the first message. Never rejects: a caller that needs the secret then reads again.
   */
  warm(): Promise<void>;
}

interface SecretsParts {
  readonly readSecret: ReadSecret;
  readonly parse: (text: string) => RobotSecret;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates the cache. One read serves everyone for five minutes, and concurrent callers share it. If a refresh fails,
 * the old value stays in use. Every method rejects with SecretUnavailableError if there is no value at all.
 */
export function createSecrets({ readSecret, parse, clock, log }: SecretsParts): Secrets {
  let held: RobotSecret | undefined;
  let staleAt = 0;
  let doubtedAt = Number.NEGATIVE_INFINITY;
  let inFlight: Promise<RobotSecret> | undefined;

  async function refresh(): Promise<RobotSecret> {
    try {
      held = parse(await readSecret());
      staleAt = clock.now() + SECRET_TTL_MS;
      for (const problem of held.problems) log.write('warn', 'problem in the secret', { problem });
      return held;
    } catch (error) {
      if (!held) throw error;
      log.write('warn', 'secret not refreshed, previous value stays in use', { reason: String(error) });
      staleAt = clock.now() + SECRET_REREAD_MS;
      return held;
    }
  }

  function read(): Promise<RobotSecret> {
    inFlight ??= refresh().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  }

  const current = async (): Promise<RobotSecret> => (held && clock.now() < staleAt ? held : read());

  /** Rereads the secret, unless that was done a moment ago. */
  const doubted = async (): Promise<RobotSecret> => {
    if (clock.now() - doubtedAt < SECRET_REREAD_MS) return current();
    doubtedAt = clock.now();
    return read();
  };

  return {
    key: async (robot) => (await current()).robots.get(robot) ?? (await doubted()).robots.get(robot),
    replacement: async (robot, refused) => {
      const key: RobotKey | undefined = (await doubted()).robots.get(robot);
      return key?.equals(refused) ? undefined : key;
    },
    mobileOf: async (person) => (await current()).people.get(person),
    httpTokens: async () => (await current()).httpTokens,
    warm: () =>
      current().then(
        () => undefined,
        (error: unknown) => log.write('warn', 'secret not preloaded', { reason: String(error) }),
      ),
  };
}
