import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { keyWords } from '../../base/key-words.js';
import { isSignedUrl } from '../../base/mask-secrets.js';
import { resourceLink } from '../toolkit/resource-link.js';
import { openableLink } from '../toolkit/safe-aws-link.js';
import type { Leaf } from './leaves.js';

/** Keys of pages for people, before those of any other address. */
const PAGE =
  /^(html|web|page|hosted \w+|details?|issue|incident|dashboard|console|build|view|permalink|rule|alert|event|target|compare) ?(url|link|uri)?$/;
/** Pages of what ran or broke, always with the word for an address. */
const PAGE_OF_RUN = /^(origin|deep|problem|pipeline|run|job|log|workflow|event reference) (url|link|uri)$/;
/** Addresses for programs, and pictures. */
const NO_PAGE = /^https?:\/\/(?:api|sns|sqs)\.|\/api\/|\.(?:png|jpe?g|gif|svg|ico|webp|git)(?:\?|$)/;
/** Keys of the address of the sender itself. */
const HOME = /^(server|base|root|external|site|host|instance) (url|uri|link)$/;
/** Keys of what everything belongs to, and of people: their pages are not what an event is about. */
const AROUND =
  /^(project|repository|repo|user|sender|author|organi[sz]ation|owner|actor|account|team|workspace|pusher|creator|namespace|config|hook|webhook|installation)$/;

/** Returns a link to the page of what an event is about: the resource in the console, else the event's own link for people. */
export function genericLink(
  { resources, region }: ServiceEvent,
  links: readonly Leaf[],
  bucket: string | undefined,
): string | undefined {
  const own = links
    // Tools within a company are often reached without TLS.
    .map((leaf, index) => ({ url: openableLink(String(leaf.value)), rank: rankOf(leaf, index) }))
    .filter(({ url }) => url !== undefined && !isSignedUrl(url))
    .sort((a, b) => a.rank - b.rank)[0];
  return resourceLink(resources[0] ?? '') ?? consoleLink('s3', region, bucket) ?? own?.url;
}

function rankOf({ key, parent, value, depth }: Leaf, index: number): number {
  const isPage = PAGE.test(keyWords(key)) || PAGE_OF_RUN.test(keyWords(key));
  const around = AROUND.test(keyWords(parent)) ? 500 : 0;
  const isElsewhere = NO_PAGE.test(String(value)) || HOME.test(keyWords(key));
  return (isElsewhere ? 1000 : 0) + around + depth * 100 + (isPage ? 0 : 50) + Math.min(index, 49);
}
