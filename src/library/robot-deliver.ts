import { type Clock, systemClock } from '../base/clock.js';
import { silentLog } from '../base/log.js';
import { poolThroughProxy } from '../domain/pool-through-proxy.js';
import { parseRobotKey, RobotKey } from '../domain/robot-key.js';
import { type Language, wordsOf } from '../text/words.js';
import { DEFAULT_BASE_URL, parseBaseUrl } from '../wecom/api/base-url.js';
import { createDeliver, type Deliver } from '../wecom/post/deliver.js';
import { createHttpsTransport } from '../wecom/post/https-transport.js';
import type { Transport } from '../wecom/post/transport.js';
import { keyError } from './key-error.js';
import { createPacedSend } from './paced-send.js';

interface RobotDeliverSettings {
  readonly accessKey: unknown;
  readonly language: Language;
  readonly baseUrl?: string | undefined;
  readonly paced?: boolean | undefined;
  readonly transport?: Pick<Transport, 'post'> | undefined;
  readonly clock: Clock;
}

/**
 * Creates a delivery to the one robot of this key, whatever robot a notification names.
 * @throws {InvalidInputError} If `accessKey` is not a key.
 * @throws {ConfigError} If `baseUrl` is not a base URL.
 */
export function createRobotDeliver(settings: RobotDeliverSettings): Deliver {
  const { clock } = settings;
  const baseUrl = parseBaseUrl(settings.baseUrl ?? (process.env['WECOM_BASE_URL'] || DEFAULT_BASE_URL)).origin;
  const key = readKey(settings.accessKey, baseUrl);
  const parts = {
    transport: settings.transport ?? { post: async (...given) => (await sharedTransport(baseUrl)).post(...given) },
    keys: { key: async () => key, replacement: async () => undefined, mobileOf: async () => undefined },
    words: wordsOf(settings.language),
    log: silentLog,
    random: Math.random,
    clock,
  };
  const deliver = createDeliver({ ...parts, ...(settings.paced && { send: createPacedSend(parts) }) });
  return async (notification, deadlineMs) => {
    // Here, where a mistake in a proxy's address is told as one.
    if (!settings.transport) await sharedTransport(baseUrl);
    return deliver(notification, deadlineMs);
  };
}

const transports = new Map<string, Promise<Transport>>();

/** Resolves to the one pool of connections for an address, however many robots there are. */
function sharedTransport(baseUrl: string): Promise<Transport> {
  const known = transports.get(baseUrl);
  if (known) return known;
  const made = createTransport(baseUrl);
  transports.set(baseUrl, made);
  made.catch(() => transports.delete(baseUrl)); // The next call reads the environment again.
  return made;
}

async function createTransport(baseUrl: string): Promise<Transport> {
  const pool = await poolThroughProxy(new URL(baseUrl), systemClock);
  return createHttpsTransport({ baseUrl, clock: systemClock, ...(pool && { pool }) });
}

function readKey(accessKey: unknown, baseUrl: string): RobotKey {
  // Of a variable that is not set.
  const given = accessKey ?? '';
  const key = typeof given === 'string' ? parseRobotKey(given, baseUrl) : 'not a key';
  if (key instanceof RobotKey) return key;
  throw keyError(key, baseUrl, 'accessKey');
}
