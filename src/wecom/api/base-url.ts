import { ConfigError } from '../../domain/errors.js';

/** WeCom's own host. Private deployments have their own. */
export const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com';

/**
 * Reads the base URL, which decides who receives the key: https, a host, an optional port, and nothing else.
 * @throws {ConfigError} If it is anything else. Does not show the value, which may be a whole webhook URL pasted by
 *   mistake.
 */
export function parseBaseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return url;
  const what = url
    ? `current value begins with ${url.protocol} and has ${extrasOf(url)}`
    : 'current value is not a URL';
  throw new ConfigError(`Cannot use the WeCom base URL as it must look like ${DEFAULT_BASE_URL}: ${what}`, {
    violation: { kind: 'baseUrl', example: DEFAULT_BASE_URL, protocol: url?.protocol },
  });
}

function extrasOf(url: URL): string {
  const extras = [
    url.username || url.password ? 'credentials' : '',
    url.pathname.length > 1 ? 'a path' : '',
    url.search ? 'a query' : '',
    url.hash ? 'a fragment' : '',
  ].filter((extra) => extra !== '');
  return extras.join(', ') || 'nothing more';
}
