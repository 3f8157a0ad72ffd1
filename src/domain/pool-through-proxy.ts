import type { Clock } from '../base/clock.js';
import type { HttpsPool } from '../base/https-pool.js';
import { PROXY_VARIABLES } from '../base/proxy-variables.js';
import { InvalidInputError } from './errors.js';

const EXAMPLE = 'http://proxy.example.com:3128';

/**
 * Resolves to connections through the proxy that the environment names for an https address, or to `undefined` if it
 * names none. `NO_PROXY` is obeyed.
 * @throws {InvalidInputError} If the proxy's address is neither http nor https. Does not show it: it may hold a password.
 */
export async function poolThroughProxy(target: URL, clock: Clock): Promise<HttpsPool | undefined> {
  // Without a variable, nothing of it is loaded.
  if (target.protocol !== 'https:' || !PROXY_VARIABLES.some((name) => process.env[name])) return undefined;
  const { ProxiedPool, proxyFor } = await import('../base/proxied-pool.js');
  const proxy = proxyFor(target);
  if (proxy === undefined) return undefined;
  const { variable, url } = proxy;
  if (url && isUsable(url)) return new ProxiedPool(clock, url);
  const current = url ? `current value begins with ${url.protocol}` : 'current value is not a URL';
  throw new InvalidInputError(variable, `Cannot use ${variable} as it must look like ${EXAMPLE}: ${current}`, {
    violation: { kind: 'proxy', example: EXAMPLE, protocol: url?.protocol },
  });
}

function isUsable({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && hostname !== '';
}
