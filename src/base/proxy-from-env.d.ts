declare module 'proxy-from-env' {
  /** Returns the proxy that the environment names for a URL, or an empty text if there is none or `NO_PROXY` excludes it. */
  export function getProxyForUrl(url: string): string;
}
