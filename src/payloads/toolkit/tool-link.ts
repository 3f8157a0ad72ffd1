import { isSignedUrl } from '../../base/mask-secrets.js';
import { openableLink } from '../../renderers/toolkit/safe-aws-link.js';
import { exactExcerptOf, firstOf } from './excerpt.js';
import type { ToolRow } from './tool.js';

/** Returns the first address that can be opened and opens nothing for whoever has it, or confirms at one of the tool's own hosts. */
export function toolLinkOf({ link, confirms }: ToolRow, body: unknown): string | undefined {
  return firstOf(link, (one) => {
    const url = openableLink(exactExcerptOf(body, one));
    const isShown = url !== undefined && (confirms ? isAtDomain(url, confirms) : !isSignedUrl(url));
    return isShown ? url : undefined;
  });
}

/** Returns true if the host that every reader of the address sees is of one of the domains: no user before it, no port, HTTPS. */
function isAtDomain(url: string, domains: readonly string[]): boolean {
  const { hostname } = new URL(url);
  return url.startsWith(`https://${hostname}/`) && domains.some((domain) => `.${hostname}`.endsWith(`.${domain}`));
}
