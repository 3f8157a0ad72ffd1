import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Draft } from '../domain/notification.js';
import type { Routes } from '../routing/rule.js';
import { usesTags, wantsTags } from '../routing/wants-tags.js';
import type { Words } from '../text/words.js';
import type { Logs } from '../watch/logs.js';
import type { Watch } from '../watch/watch.js';
import { type AddTags, createAddTags } from './alarm-tags.js';
import type { Config } from './config.js';
import { durations } from './durations.js';
import { logLinks } from './log-links.js';
import { createLookUp, createLookUps, type LookUps } from './look-up.js';

/** The connections that look-ups need. */
interface LookUpEdges {
  readonly openWatch?: () => Promise<Watch>;
  readonly openLogs?: () => Promise<Logs>;
  readonly ownAccount?: () => string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Returns the look-ups for messages that are about to be shown, or `undefined` if the setup names no region to look in. */
export function lookUpsOf(
  { durationRegions, logRegions }: Pick<Config, 'durationRegions' | 'logRegions'>,
  { openWatch, openLogs, ownAccount: account, clock, log }: LookUpEdges,
  words: Words,
): LookUps | undefined {
  if (!openWatch || !openLogs || !account) return undefined;
  const parts = { clock, log };
  const all = [
    ...(durationRegions.length > 0
      ? [createLookUp(durations({ openWatch, regions: durationRegions, account, words }), parts)]
      : []),
    ...(logRegions.length > 0 ? [createLookUp(logLinks({ openLogs, regions: logRegions, account }), parts)] : []),
  ];
  return all.length > 0 ? createLookUps(all, clock) : undefined;
}

/** Returns the look-up of alarms' tags, or `undefined` if the setup names no region to look in or no rule looks at tags. */
export function addTagsOf(
  { tagRegions: regions, routes }: Pick<Config, 'tagRegions'> & { readonly routes: Routes },
  { openWatch, ownAccount: account, clock, log }: LookUpEdges,
): AddTags | undefined {
  if (!openWatch || !account || regions.length === 0) return undefined;
  return createAddTags({ openWatch, regions, account, routes, clock, log });
}

/** Returns the test for alarms whose tags a tick looks up, or `undefined` if it looks up none. */
export function wantsTagsOf({
  tagRegions,
  routes,
}: Pick<Config, 'tagRegions'> & { readonly routes: Routes }): ((draft: Draft) => boolean) | undefined {
  if (tagRegions.length === 0 || !usesTags(routes)) return undefined;
  return (draft) => tagRegions.includes(draft.origin.region ?? '') && wantsTags(draft, routes);
}
