import { type Clock, isRecent } from '../base/clock.js';
import type { KnownSecrets } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import type { HttpToken, LaneKeyRing } from '../domain/key-ring.js';
import { DEFAULT_ROBOT } from '../domain/notification.js';
import type { RobotKey } from '../domain/robot-key.js';
import type { ReadSecret } from './read-secret.js';
import type { RobotSecret } from './robot-secret.js';

/** The time for which a secret serves after it was read. */
export const SECRET_TTL_MS = 5 * 60_000;
/** A doubt (a refused key, an unknown name) makes it be read again at once, but at most this often. */
export const SECRET_REREAD_MS = 60_000;

/** The cached secret: the parts that delivery and the HTTP door need. */
export interface Secrets extends LaneKeyRing {
  httpTokens(): Promise<readonly HttpToken[]>;
  /** Reads the secret now. Rejects with SecretUnavailableError if that fails, even if an old value is in use. */
  verify(): Promise<void>;
  /**
   * Starts the first read ahead of the first message. Never rejects: a caller that needs the secret then reads again.
   */
  warm(): Promise<void>;
}

/** Longest wait of a caller for a refresh before it gets the old value, milliseconds. */
const REFRESH_WAIT_MS = 250;

interface SecretsParts {
  readonly readSecret: ReadSecret;
  readonly parse: (text: string) => RobotSecret;
  /** Notes the keys, tokens and mobiles, which no line may show. */
  readonly known: Pick<KnownSecrets, 'learn'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates the cache. One read serves everyone for five minutes, and concurrent callers share it. If a refresh fails,
 * the old value stays in use. Every method rejects with SecretUnavailableError if there is no value at all.
 */
export function createSecrets({ readSecret, parse, known, clock, log }: SecretsParts): Secrets {
  let held: RobotSecret | undefined;
  let fresh = { since: 0, forMs: 0 };
  let doubtedAt = Number.NEGATIVE_INFINITY;
  let inFlight: Promise<RobotSecret> | undefined;

  async function readNow(): Promise<RobotSecret> {
    try {
      held = parse(await readSecret());
      known.learn(secretsIn(held));
      fresh = { since: clock.now(), forMs: SECRET_TTL_MS };
      for (const problem of held.problems) log.write('warn', 'problem in the secret', { problem });
      return held;
    } catch (error) {
      if (held) {
        log.write('warn', 'secret not refreshed, previous value stays in use', { reason: String(error) });
        fresh = { since: clock.now(), forMs: SECRET_REREAD_MS };
      }
      throw error;
    }
  }

  /** Reads the secret, one read for all concurrent callers. Rejects if it cannot be read, even if there is an old value. */
  function read(): Promise<RobotSecret> {
    inFlight ??= readNow().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  }

  const oldIfUnreadable = (error: unknown): RobotSecret => {
    if (!held) throw error;
    return held;
  };

  /** Resolves to the old value if a refresh takes long, as Secrets Manager may not answer at all. */
  async function current(): Promise<RobotSecret> {
    if (!held) return read();
    if (isRecent(fresh.since, fresh.forMs, clock.now())) return held;
    const old = held;
    return Promise.race([read().catch(oldIfUnreadable), clock.sleep(REFRESH_WAIT_MS).then(() => old)]);
  }

  /** Rereads the secret, unless that was done a moment ago. */
  const doubted = async (): Promise<RobotSecret> => {
    if (isRecent(doubtedAt, SECRET_REREAD_MS, clock.now())) return current();
    doubtedAt = clock.now();
    return read().catch(oldIfUnreadable);
  };

  return {
    key: async (robot) => (await current()).robots.get(robot) ?? (await doubted()).robots.get(robot),
    laneOf: async (robot) => laneIn(await current(), robot) ?? laneIn(await doubted(), robot),
    replacement: async (robot, refused) => {
      const key: RobotKey | undefined = (await doubted()).robots.get(robot);
      return key?.equals(refused) ? undefined : key;
    },
    mobileOf: async (person) => (await current()).people.get(person),
    httpTokens: async () => (await current()).httpTokens,
    verify: async () => void (await read()),
    warm: () =>
      current().then(
        () => undefined,
        (error: unknown) => log.write('warn', 'secret not preloaded', { reason: String(error) }),
      ),
  };
}

/** Returns all of a secret that no line may show. */
function secretsIn({ robots, httpTokens, people }: RobotSecret): readonly string[] {
  const keys = [...robots.values()].map((key) => key.reveal());
  return [...keys, ...httpTokens.map(({ token }) => token), ...people.values()];
}

/**
 * Returns the first robot with the same key, `default` before all others: a key has one lane, however many names it
 * has.
 */
function laneIn({ robots }: RobotSecret, robot: string): string | undefined {
  const key = robots.get(robot);
  if (!key) return undefined;
  if (robots.get(DEFAULT_ROBOT)?.equals(key)) return DEFAULT_ROBOT;
  return [...robots].find(([, other]) => other.equals(key))?.[0];
}
