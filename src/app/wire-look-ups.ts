import type { Clock } from '../base/clock.js';
import type { Log } from '../base/log.js';
import type { Draft, Notification } from '../domain/notification.js';
import type { Routes } from '../routing/rule.js';
import { usesTags, wantsTags } from '../routing/wants-tags.js';
import type { Words } from '../text/words.js';
import type { Logs } from '../watch/logs.js';
import type { Watch } from '../watch/watch.js';
import type { AddTags } from './alarm-tags.js';
import type { Config } from './config.js';
import type { LookUps } from './look-up.js';
import { MAX_TAGS_WAIT_MS, MAX_WAIT_MS, waitMsOf } from './look-up-wait.js';
import { createOnUse } from './on-use.js';

/** The file of the look-ups. */
export type LookUpFile = typeof import('./look-ups.js');

/** The connections that look-ups need. */
interface LookUpEdges {
  /** Loads the look-ups, and no message that lacks nothing. */
  readonly openLookUps?: () => Promise<LookUpFile>;
  readonly openWatch?: () => Promise<Watch>;
  readonly openLogs?: () => Promise<Logs>;
  readonly ownAccount?: () => string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Returns the look-ups for messages that are about to be shown, or `undefined` if the setup names no region to look in. They are
 * loaded with the first message that lacks something and has time to wait.
 */
export function lookUpsOf(
  config: Pick<Config, 'durationRegions' | 'logRegions'>,
  { openLookUps, openWatch, openLogs, ownAccount: account, clock, log }: LookUpEdges,
  words: Words,
): LookUps | undefined {
  const lacks = (one: Notification): boolean =>
    one.kind === 'rendered' &&
    ((one.lacksDuration === true && config.durationRegions.length > 0) ||
      (one.logMetric !== undefined && config.logRegions.length > 0));
  if (!openLookUps || !openWatch || !openLogs || !account) return undefined;
  if (config.durationRegions.length + config.logRegions.length === 0) return undefined;
  const load = async () =>
    (await openLookUps()).allLookUps(config, { openWatch, openLogs, account, words, clock, log });
  const lookUps = createOnUse({ load, message: 'look-ups not loaded', clock, log });
  return {
    begin: () => {
      let complete: ReturnType<LookUps['begin']> | undefined;
      return async (notifications, time) => {
        if (!notifications.some(lacks)) return notifications;
        const untilMs = clock.now() + waitMsOf(notifications, time, clock.now());
        complete ??= (await lookUps(untilMs - clock.now()))?.begin();
        return complete ? complete(notifications, { freeUntilMs: untilMs, untilMs }) : notifications;
      };
    },
    learnFrom: (notification) => {
      if (lacks(notification)) void lookUps(MAX_WAIT_MS).then((loaded) => loaded?.learnFrom(notification));
    },
  };
}

/** Returns the look-up of alarms' tags, or `undefined` if the setup names no region to look in or no rule looks at tags. */
export function addTagsOf(
  { tagRegions: regions, routes }: Pick<Config, 'tagRegions'> & { readonly routes: Routes },
  { openLookUps, openWatch, ownAccount: account, clock, log }: LookUpEdges,
): AddTags | undefined {
  if (!openLookUps || !openWatch || !account || regions.length === 0 || !usesTags(routes)) return undefined;
  const wants = (draft: Draft): boolean => wantsTags(draft, routes);
  const load = async () => (await openLookUps()).createAddTags({ openWatch, regions, account, wants, clock, log });
  const addTags = createOnUse({ load, message: 'tags not looked up', clock, log });
  return async (drafts) => {
    if (!drafts.some(wants)) return drafts;
    const untilMs = clock.now() + MAX_TAGS_WAIT_MS;
    const add = await addTags(MAX_TAGS_WAIT_MS);
    return add ? add(drafts, untilMs - clock.now()) : drafts;
  };
}

/** Returns the test for alarms whose tags a tick looks up, or `undefined` if it looks up none. */
export function wantsTagsOf({
  tagRegions,
  routes,
}: Pick<Config, 'tagRegions'> & { readonly routes: Routes }): ((draft: Draft) => boolean) | undefined {
  if (tagRegions.length === 0 || !usesTags(routes)) return undefined;
  return (draft) => tagRegions.includes(draft.origin.region ?? '') && wantsTags(draft, routes);
}
