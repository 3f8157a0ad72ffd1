import { isUntrustedCertificate } from '../../base/untrusted-certificate.js';
import type { MessageWords } from '../../text/message-words.js';

/** Returns the reason of a request without an answer. @param why Node's code of the error, or our own words. */
export function networkReason(why: string, { delivery }: MessageWords): string {
  return isUntrustedCertificate(why) ? delivery.untrusted(why) : delivery.network(why);
}
