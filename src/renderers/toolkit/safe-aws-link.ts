import { MAX_URL_BYTES } from '../../domain/content.js';

/**
 * Returns an address that can be opened, or `undefined` if it is too long, no address, or points at nothing (CodeBuild writes
 * `group=null;stream=null` until there is a log).
 */
export function openableLink(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\/[^\s<>"|]+$/.test(url) || /=null\b/.test(url)) return undefined;
  return Buffer.byteLength(url) <= MAX_URL_BYTES ? url : undefined;
}

/** Returns a link that AWS put into an event, or `undefined` if it should not be clicked: AWS's own are HTTPS. */
export function safeAwsLink(url: string | undefined): string | undefined {
  return url?.startsWith('https:') ? openableLink(url) : undefined;
}
