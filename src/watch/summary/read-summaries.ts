import { parseArn } from '../../aws/arn.js';
import type { Clock } from '../../base/clock.js';
import { dutiesOf } from '../../routing/duties.js';
import { mutesFor } from '../../routing/mutes-for.js';
import type { Routing } from '../../routing/route.js';
import type { Language } from '../../text/words.js';
import { roadsIn, watchedRegions } from '../alarm/road.js';
import type { CloudWatch } from '../alarm/watched.js';
import { type AudienceParts, heardIn } from './heard.js';
import { factsForRobot } from './summary-facts.js';
import { errorNameOf, readSummaryRegion, type SummaryReadingParts, type SummaryRegion } from './summary-reading.js';
import type { SummaryFacts } from './summary-rows.js';
import type { DueSummary } from './summary-time.js';

/** Time left for telling when reading ends, milliseconds. */
const TELLING_MS = 4000;

/** The parts of a summary besides those of reminders. */
export interface SummaryParts extends AudienceParts, SummaryReadingParts {
  readonly routing: Pick<Routing, 'routes' | 'timeZone'>;
  readonly language: Language;
  /** The region of the function. Those of its topics are read too. */
  readonly region: string;
  /** Resolves to how many messages are parked. Absent if none can be: there is no queue. */
  readonly readParked?: (() => Promise<number>) | undefined;
  /** True if other accounts send alarms here. */
  readonly hasForeign: boolean;
  /** The time by which all is told, milliseconds since 1970. */
  readonly deadlineMs: number;
  readonly clock: Clock;
}

/** The contents of summaries, and what could not be read for them. */
interface ReadSummaries {
  readonly facts: readonly SummaryFacts[];
  /** Each with its reason. */
  readonly unread: readonly string[];
}

/** Reads what some summaries say. Never rejects: what could not be read, or not in time, is named. */
export async function readSummaries(
  due: readonly DueSummary[],
  cloudWatch: (region: string) => CloudWatch,
  parts: SummaryParts,
): Promise<ReadSummaries> {
  const { routing, roads, region } = parts;
  // One reading serves all robots: each takes its own stretch of it.
  const told = { from: Math.min(...due.map((one) => one.told.from)), to: due[0]?.told.to ?? 0 };
  const [regions, parked] = await Promise.all([
    Promise.all(
      watchedRegions(region, roads.topics).map((one) => {
        const there = roadsIn(one, roads, region);
        const late: SummaryRegion = { region: one, reason: 'TimeoutError' };
        return inTime(readSummaryRegion(one, cloudWatch(one), told, { ...parts, roads: there }), late, parts);
      }),
    ),
    inTime(parkedOf(parts), { reason: 'TimeoutError' }, parts),
  ]);
  const unread = regions.flatMap((one) => ('reason' in one ? [one] : []));
  const heard = heardIn(regions, told.to, parts);
  const { routes, timeZone } = routing;
  return {
    facts: due.map(({ robot, told: own }) => ({
      ...factsForRobot(heard, robot, own, mutesFor(routes, robot, own.to, timeZone)),
      ...{ robot, told: own, parked, unread },
      duties: dutiesOf(routes, robot, own.to, timeZone),
      read: regions.flatMap((one) => ('reading' in one ? [one.region] : [])),
      hasForeign: hasForeign(parts),
    })),
    unread: [
      ...unread.map((one) => `${one.region} (${one.reason})`),
      ...(typeof parked === 'number' ? [] : [`dead-letter queue (${parked.reason})`]),
    ],
  };
}

/** Alarms of other accounts come by those that are trusted, or by topics of theirs. */
function hasForeign({ hasForeign: isTrusting, roads: { topics, functionArn } }: SummaryParts): boolean {
  const own = parseArn(functionArn)?.account;
  return isTrusting || topics.some((topic) => parseArn(topic)?.account !== own);
}

async function parkedOf({ readParked }: SummaryParts): Promise<SummaryFacts['parked']> {
  try {
    return (await readParked?.()) ?? 0;
  } catch (error) {
    return { reason: errorNameOf(error) };
  }
}

/** Resolves to what is read, or to what stands for it if it is not there when it is time to tell. */
async function inTime<T>(reading: Promise<T>, late: T, { clock, deadlineMs }: SummaryParts): Promise<T> {
  let cancel = (): void => undefined;
  const over = new Promise<T>((resolve) => {
    cancel = clock.after(Math.max(0, deadlineMs - TELLING_MS - clock.now()), () => resolve(late));
  });
  try {
    return await Promise.race([reading, over]);
  } finally {
    cancel();
  }
}
