/** Longest link WeCom takes, in bytes. */
const MAX_LINK_BYTES = 1024;

/**
 * A link that AWS put into an event, or `undefined` where it is none to click on: not HTTPS, too long, or pointing at nothing
 * (CodeBuild writes `group=null;stream=null` until there is a log).
 */
export function safeAwsLink(url: string | undefined): string | undefined {
  if (url === undefined || !/^https:\/\/[^\s<>"|]+$/.test(url) || /=null\b/.test(url)) return undefined;
  return Buffer.byteLength(url) <= MAX_LINK_BYTES ? url : undefined;
}
