import { parseArn } from '../aws/arn.js';
import type { AwsSettings } from '../aws/clients.js';
import type { AckAnswer, AckVisit } from '../domain/ack-visit.js';
import type { Graph } from '../domain/graph.js';
import type { Notification } from '../domain/notification.js';
import type { Tick } from '../domain/tick.js';
import { tickWordsOf } from '../text/watch-words.js';
import type { Words } from '../text/words.js';
import { answerVisit } from './ack-page/answer-visit.js';
import type { VisitParts } from './ack-page/open-alarm.js';
import { type EndedAlarm, endedAlarm } from './alarm/history.js';
import { createCloudWatch } from './cloudwatch.js';
import { perRegion } from './per-region.js';
import { type PictureLimits, pictureOf } from './picture.js';
import { type TellParts, tellTick } from './reminders/tell-tick.js';
import type { SummaryParts } from './summary/read-summaries.js';
import { tellSummaries } from './summary/tell-summaries.js';

/** All that telling at a tick needs. Its own words are loaded with it. */
export type OnTickParts = Omit<TellParts & SummaryParts, 'words' | 'isLastTry'> & { readonly words: Words };

/**
 * All that needs CloudWatch, in a file of its own that is loaded on use: no message waits for its bytes. Its parts that a message
 * needs too are passed in, so that they are not in both files.
 */
export interface Watch {
  /**
   * Resolves to what an alarm's history tells of its end, or to `null` if that ended no ALARM. Asks once, and only until the
   * signal. Rejects if CloudWatch does not answer.
   */
  readonly endedAlarm: (alarm: AlarmEnd, signal: AbortSignal) => Promise<EndedAlarm | null>;
  /** Resolves to an alarm's tags. Asks once, and only until the signal. Rejects if CloudWatch does not answer. */
  readonly alarmTags: (arn: string, signal: AbortSignal) => Promise<Readonly<Record<string, string>>>;
  /** Tells what is due at a tick. Rejects if something was not told, so that Lambda repeats the tick with the same time. */
  readonly onTick: (tick: Tick, parts: OnTickParts) => Promise<void>;
  /** Answers a visit to the page on which a person takes an alarm. Never rejects. */
  readonly onVisit: (visit: AckVisit, parts: VisitParts) => Promise<AckAnswer>;
  /** Resolves to the image message that follows an alarm. Rejects if there is none. */
  readonly picture: (alarm: Notification, graph: Graph, limits: PictureLimits) => Promise<Notification>;
}

/** The end of an alarm's trouble, as a message tells it. */
export interface AlarmEnd {
  readonly name: string;
  readonly region: string;
  /** Set if it is the end of one contributor's. */
  readonly contributorId?: string;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
}

/** Added to the time of an end, milliseconds: the history may date it a little later. */
const HISTORY_MARGIN_MS = 5000;

/** Creates it. @param settingsFor returns the settings of a region's client whose calls are tried `tries` times (default 3). */
export function createWatch(settingsFor: (region: string, tries?: number) => AwsSettings): Watch {
  const cloudWatch = perRegion((region) => createCloudWatch(settingsFor(region)));
  const once = perRegion((region) => createCloudWatch(settingsFor(region, 1)));
  return {
    endedAlarm: async ({ name, region, contributorId, endedAt }, signal) => {
      const history = await once(region).historyOf(name, endedAt + HISTORY_MARGIN_MS, signal, contributorId);
      return endedAlarm(history, endedAt) ?? null;
    },
    alarmTags: async (arn, signal) => once(parseArn(arn)?.region ?? '').tags(arn, signal),
    onTick: (tick, parts) => {
      const telling = { ...parts, words: tickWordsOf(parts.words, parts.language) };
      return allInTurn([tellTick, tellSummaries].map((tell) => () => tell(tick, cloudWatch, telling)));
    },
    onVisit: (visit, parts) => answerVisit(visit, cloudWatch, parts),
    picture: (alarm, graph, limits) =>
      pictureOf(alarm, graph, ({ region, widget }, signal) => once(region).draw(widget, signal), limits),
  };
}

/** Runs all, one after the other, whatever fails: reminders first. Rejects with the first failure. */
async function allInTurn(runs: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const run of runs) await run().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
