import { type Clock, isRecent } from '../base/clock.js';
import type { KnownSecrets } from '../base/known-secrets.js';
import type { Log } from '../base/log.js';
import type { ReadSecret } from './read-secret.js';

/** The time for which a secret serves after it was read. */
export const SECRET_TTL_MS = 5 * 60_000;
/** A doubt (a refused key, an unknown name) makes it be read again at once, but at most this often. */
export const SECRET_REREAD_MS = 60_000;

/** Longest wait of a caller for a refresh before it gets the old value, milliseconds. */
const REFRESH_WAIT_MS = 250;

/** A secret that is read once for many callers. Every method but `warm` rejects with SecretUnavailableError if there is no value at all. */
export interface CachedSecret<Value> {
  /** Resolves to the value, which is old if a refresh fails or takes long: Secrets Manager may not answer at all. */
  current(): Promise<Value>;
  /** Returns the value that was read last, however old, and reads nothing. `undefined` if there is none yet. */
  held(): Value | undefined;
  /** Rereads the secret, unless that was done a moment ago. */
  doubted(): Promise<Value>;
  /** Reads the secret now. Rejects with SecretUnavailableError if that fails, even if an old value is in use. */
  verify(): Promise<void>;
  /**
   * Starts the first read ahead of the first message. Never rejects: a caller that needs the secret then reads again.
   */
  warm(): Promise<void>;
}

/** The parts of a cached secret. */
export interface CachedSecretParts<Value> {
  readonly readSecret: ReadSecret;
  readonly parse: (text: string) => Value;
  /** Returns the keys, tokens and mobiles in a value. */
  readonly secretsIn: (value: Value) => readonly string[];
  /** Notes the keys, tokens and mobiles, which no line may show. */
  readonly known: Pick<KnownSecrets, 'learn'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates the cache. One read serves everyone for five minutes, and concurrent callers share it. If a refresh fails,
 * the old value stays in use.
 */
export function createCachedSecret<Value extends { readonly problems: readonly string[] }>({
  readSecret,
  parse,
  secretsIn,
  known,
  clock,
  log,
}: CachedSecretParts<Value>): CachedSecret<Value> {
  let held: Value | undefined;
  let fresh = { since: 0, forMs: 0 };
  let doubtedAt = Number.NEGATIVE_INFINITY;
  let inFlight: Promise<Value> | undefined;

  async function readNow(): Promise<Value> {
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
  function read(): Promise<Value> {
    inFlight ??= readNow().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  }

  const oldIfUnreadable = (error: unknown): Value => {
    if (!held) throw error;
    return held;
  };

  async function current(): Promise<Value> {
    if (!held) return read();
    if (isRecent(fresh.since, fresh.forMs, clock.now())) return held;
    const old = held;
    return Promise.race([read().catch(oldIfUnreadable), clock.sleep(REFRESH_WAIT_MS).then(() => old)]);
  }

  return {
    current,
    held: () => held,
    doubted: async () => {
      if (isRecent(doubtedAt, SECRET_REREAD_MS, clock.now())) return current();
      doubtedAt = clock.now();
      return read().catch(oldIfUnreadable);
    },
    verify: async () => void (await read()),
    warm: () =>
      current().then(
        () => undefined,
        (error: unknown) => log.write('warn', 'secret not preloaded', { reason: String(error) }),
      ),
  };
}
