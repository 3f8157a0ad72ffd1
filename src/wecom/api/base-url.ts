import { ConfigError } from '../../domain/errors.js';

/** WeCom's own host. Private deployments have another one. */
export const DEFAULT_BASE_URL = 'https://qyapi.weixin.qq.com';

/**
 * Reads the base URL, which decides who gets the key: https, a host, a port if need be, and nothing else.
 * @throws ConfigError that does not show the value: it may be a whole webhook URL, pasted by mistake.
 */
export function parseBaseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return url;
  const what = url ? `current value begins with ${url.protocol} and has ${extrasOf(url)}` : 'current value is no URL';
  throw new ConfigError(`Cannot use the WeCom base URL as it must be like ${DEFAULT_BASE_URL}: ${what}`);
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
