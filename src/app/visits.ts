import type { AnswerAckVisit } from '../domain/ack-visit.js';
import { remindersFor } from '../routing/reminders-for.js';
import type { Routing } from '../routing/route.js';
import type { VisitParts } from '../watch/ack-page/open-alarm.js';
import type { Watch } from '../watch/watch.js';
import type { Config } from './config.js';

/** The settings and rules by which pages are made. */
type Setup = Config & Routing;

interface VisitsParts extends Pick<VisitParts, 'words' | 'tokens' | 'clock' | 'log'> {
  /** Loads what needs CloudWatch, and no message. */
  readonly openWatch?: (() => Promise<Watch>) | undefined;
  /** Loads all renderers. */
  readonly openInterpret: () => Promise<VisitParts['interpret']>;
}

/** Creates the answerer of visits to the pages on which alarms are taken; `undefined` if this function has none. */
export function createVisits(
  setup: Setup,
  { openWatch, openInterpret, ...parts }: VisitsParts,
): AnswerAckVisit | undefined {
  if (!openWatch || setup.ackUrl === '') return undefined;
  return async (visit) => {
    const [{ onVisit }, interpret] = await Promise.all([openWatch(), openInterpret()]);
    return onVisit(visit, {
      ...setup,
      ...parts,
      interpret,
      roads: { topics: setup.watchTopics, hasAlarmRule: setup.watchAlarmRule, service: setup.service },
      routing: setup,
      remindersFor,
    });
  };
}
