import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { keyWords } from '../../base/key-words.js';
import { isSignedUrl } from '../../text/mask-secrets.js';
import { resourceLink } from '../toolkit/resource-link.js';
import { safeAwsLink } from '../toolkit/safe-aws-link.js';
import type { Leaf } from './leaves.js';

/** Keys of pages for people, before those of any other address. */
const PAGE =
  /^(html|web|page|hosted \w+|details?|issue|incident|dashboard|console|build|view|permalink) ?(url|link|uri)?$/;
const API = /^https:\/\/(?:api|sns|sqs)\.|\/api\//;

/** Returns a link to the page of what an event is about: the resource in the console, else the event's own link for people. */
export function genericLink(
  { resources, region }: ServiceEvent,
  links: readonly Leaf[],
  bucket: string | undefined,
): string | undefined {
  const own = links
    .map((leaf, index) => ({ url: safeAwsLink(String(leaf.value)), rank: rankOf(leaf, index) }))
    .filter(({ url }) => url !== undefined && !isSignedUrl(url))
    .sort((a, b) => a.rank - b.rank)[0];
  return resourceLink(resources[0] ?? '') ?? consoleLink('s3', region, bucket) ?? own?.url;
}

function rankOf({ key, value, depth }: Leaf, index: number): number {
  const isPage = PAGE.test(keyWords(key));
  return (API.test(String(value)) ? 1000 : 0) + depth * 100 + (isPage ? 0 : 50) + Math.min(index, 49);
}
