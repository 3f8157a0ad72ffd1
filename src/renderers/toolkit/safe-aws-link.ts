import { MAX_URL_BYTES } from '../../domain/notification.js';

/**
 * Returns a link that AWS put into an event, or `undefined` if it should not be clicked: not HTTPS, too long, or pointing at nothing
 * (CodeBuild writes `group=null;stream=null` until there is a log).
 */
export function safeAwsLink(url: string | undefined): string | undefined {
  if (url === undefined || !/^https:\/\/[^\s<>"|]+$/.test(url) || /=null\b/.test(url)) return undefined;
  return Buffer.byteLength(url) <= MAX_URL_BYTES ? url : undefined;
}
