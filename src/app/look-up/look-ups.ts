import type { Clock } from '../../base/clock.js';
import type { Log } from '../../base/log.js';
import type { Draft } from '../../domain/notification.js';
import type { MessageWords } from '../../text/message-words.js';
import type { Logs } from '../../watch/logs.js';
import type { Watch } from '../../watch/watch.js';
import type { Config } from '../config.js';
import { createAddTags } from './alarm-tags.js';
import { durations } from './durations.js';
import { logLinks } from './log-links.js';
import { createLookUp, createLookUps, type LookUps } from './look-up.js';

/** The connections that look-ups need. Without one, what needs it is not looked up. */
export interface LookUpEdges {
  readonly openWatch?: () => Promise<Watch>;
  readonly openLogs?: () => Promise<Logs>;
  readonly ownAccount?: () => string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The look-ups, in a file of their own that is loaded on use, as few messages lack anything. What a message needs too is passed in
 * or stands in both files.
 */
export interface LookUpFile {
  /** Returns the look-ups for messages that are about to be shown. */
  readonly allLookUps: typeof allLookUps;
  /** Returns the look-up of alarms' tags. */
  readonly tagLookUp: typeof tagLookUp;
}

/** Returns the look-ups for messages that are about to be shown. */
export function allLookUps(
  { durationRegions, logRegions }: Pick<Config, 'durationRegions' | 'logRegions'>,
  { openWatch, openLogs, ownAccount: account = () => undefined, ...parts }: LookUpEdges,
  words: MessageWords,
): LookUps {
  const all = [
    ...(openWatch && durationRegions.length > 0
      ? [createLookUp(durations({ openWatch, account, words, regions: durationRegions }), parts)]
      : []),
    ...(openLogs && logRegions.length > 0
      ? [createLookUp(logLinks({ openLogs, account, regions: logRegions }), parts)]
      : []),
  ];
  return createLookUps(all, parts.clock);
}

/** Returns the look-up of the tags of alarms that want them, for at most so many milliseconds. */
export function tagLookUp(
  regions: readonly string[],
  wants: (draft: Draft) => boolean,
  { openWatch, ownAccount: account, clock, log }: LookUpEdges,
): ReturnType<typeof createAddTags> {
  if (!openWatch || !account) return async (drafts) => drafts;
  return createAddTags({ openWatch, regions, account, wants, clock, log });
}
