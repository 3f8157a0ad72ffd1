import type { Draft, Notification } from '../../domain/notification.js';
import type { Routes } from '../../routing/rule.js';
import { usesTags, wantsTags } from '../../routing/wants-tags.js';
import type { MessageWords } from '../../text/message-words.js';
import type { Config } from '../config.js';
import type { AddTags } from './alarm-tags.js';
import type { Complete, LookUps } from './look-up.js';
import { MAX_TAGS_WAIT_MS, MAX_WAIT_MS, waitMsOf } from './look-up-wait.js';
import type { LookUpEdges, LookUpFile } from './look-ups.js';
import { createOnUse } from './on-use.js';

/** The connections of look-ups, and what loads them. */
interface Edges extends LookUpEdges {
  /** Loads the look-ups, and no message that lacks nothing. */
  readonly openLookUps?: () => Promise<LookUpFile>;
}

/**
 * Returns the look-ups for messages that are about to be shown, or `undefined` if the setup names no region to look in. They are
 * loaded with the first message that lacks something and has time to wait.
 */
export function lookUpsOf(
  config: Pick<Config, 'durationRegions' | 'logRegions'>,
  edges: Edges,
  words: MessageWords,
): LookUps | undefined {
  const { openLookUps, clock } = edges;
  const hasDurations = config.durationRegions.length > 0;
  const hasLogs = config.logRegions.length > 0;
  if (!openLookUps || !(hasDurations || hasLogs)) return undefined;
  const load = async () => (await openLookUps()).allLookUps(config, edges, words);
  const lookUps = createOnUse(load, 'look-ups not loaded', edges);
  const lacks = (one: Notification): boolean =>
    one.kind === 'rendered' && Boolean((hasDurations && one.lacksDuration) || (hasLogs && one.logMetric));
  return {
    begin: () => {
      let complete: Complete | undefined;
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
  { tagRegions, routes }: Pick<Config, 'tagRegions'> & { readonly routes: Routes },
  edges: Edges,
): AddTags | undefined {
  const { openLookUps, clock } = edges;
  const wants = wantsTagsOf({ tagRegions, routes });
  if (!openLookUps || !wants) return undefined;
  const addTags = createOnUse(
    async () => (await openLookUps()).tagLookUp(tagRegions, wants, edges),
    'tags not looked up',
    edges,
  );
  return async (drafts) => {
    if (!drafts.some(wants)) return drafts;
    const untilMs = clock.now() + MAX_TAGS_WAIT_MS;
    const add = await addTags(MAX_TAGS_WAIT_MS);
    return add ? add(drafts, untilMs - clock.now()) : drafts;
  };
}

/** Returns the test for alarms whose tags are looked up, or `undefined` if there are none. */
export function wantsTagsOf({
  tagRegions,
  routes,
}: Pick<Config, 'tagRegions'> & { readonly routes: Routes }): ((draft: Draft) => boolean) | undefined {
  if (tagRegions.length === 0 || !usesTags(routes)) return undefined;
  return (draft) => tagRegions.includes(draft.origin.region ?? '') && wantsTags(draft, routes);
}
