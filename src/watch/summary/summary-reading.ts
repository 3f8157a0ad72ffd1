import { type Acks, type ReadAcksParts, readAcks } from '../ack/read-acks.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import { muteEnd } from '../alarm/mute-window.js';
import { troubleSince } from '../alarm/occurrence.js';
import { HISTORY_MS, type LookUpLimits, reachingBack } from '../alarm/reaching-back.js';
import { TAGS_MS } from '../alarm/read-tags.js';
import { anyRoadsOf, type Roads } from '../alarm/road.js';
import type { Slot } from '../alarm/slot.js';
import { type TagParts, type ToldAlarm, tagsForRules } from '../alarm/tags-for-rules.js';
import type { AlarmHistory, CloudWatch } from '../alarm/watched.js';

/** An alarm of a summary: told by us, or kept silent. */
export interface SummaryAlarm extends ToldAlarm {
  /** True if a mute rule of CloudWatch's silences it. */
  readonly isMuted: boolean;
  /** The first ALARM of its trouble, milliseconds since 1970. Absent if it is in none: in ALARM, or without data since. */
  readonly since?: number;
}

/** A mute rule whose window it is. */
export interface MuteWindow {
  readonly name: string;
  /** Names of the alarms that it silences. */
  readonly alarmNames: readonly string[];
  /** The end of the window, milliseconds since 1970, if its schedule says it. */
  readonly until?: number;
}

/** One region as a summary needs it. */
export interface SummaryReading {
  /** Alarms that are in trouble, were so, or are muted. */
  readonly alarms: readonly SummaryAlarm[];
  readonly history: AlarmHistory;
  /** The oldest change that was read, milliseconds since 1970, if there were too many. */
  readonly cutAt?: number;
  readonly mutes: readonly MuteWindow[];
  /** Those who have alarms. */
  readonly acks: Acks;
}

/** The time for which CloudWatch keeps an alarm's history, milliseconds: what changed before has none. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** A region, and what was read there or the reason why nothing could be. */
export type SummaryRegion = { readonly region: string } & (
  | { readonly reading: SummaryReading }
  | { readonly reason: string }
);

/** The parts of reading a region. */
export interface SummaryReadingParts extends ReadAcksParts, TagParts {
  readonly roads: Roads;
  /** True if tags say who has an alarm. */
  readonly readsAcks: boolean;
  /** True if what cannot be read is done without. */
  readonly isLastTry: boolean;
}

/** Reads one region. Never rejects: a region that cannot be read is named in the summary. */
export async function readSummaryRegion(
  region: string,
  cloudWatch: CloudWatch,
  told: Slot,
  parts: SummaryReadingParts,
): Promise<SummaryRegion> {
  try {
    return { region, reading: await readAll(cloudWatch, told, parts) };
  } catch (error) {
    return { region, reason: errorNameOf(error) };
  }
}

async function readAll(
  cloudWatch: CloudWatch,
  told: Slot,
  { roads, readsAcks, ...parts }: SummaryReadingParts,
): Promise<SummaryReading> {
  const limited = { ...parts, until: parts.clock.now() + TAGS_MS };
  const [{ inTrouble, changed, history, cutAt }, mutes] = await Promise.all([
    readTrouble(cloudWatch, told, { ...limited, roads }),
    muteWindows(cloudWatch, told.to),
  ]);
  const muted = new Set(mutes.flatMap(({ alarmNames }) => alarmNames));
  const known = new Set(inTrouble.map(({ name }) => name));
  const others = [...new Set([...changed, ...muted])].filter((name) => !known.has(name));
  const alarms = [...inTrouble, ...(await cloudWatch.named(others))].flatMap((alarm) => {
    const since = troubleSince(alarm, history.get(alarm.name), told.to);
    const one = { ...alarm, isMuted: muted.has(alarm.name), ...(since !== undefined && { since }) };
    return anyRoadsOf(alarm, roads).map((road): SummaryAlarm => ({ ...one, road }));
  });
  // Those in trouble are the first, whose tags say who has them too.
  const { tagged, tags } = await tagsForRules(alarms, cloudWatch, limited);
  const open = alarms.filter(({ since, isMuted, silencedBy }) => since !== undefined && !isMuted && !silencedBy);
  const acks = await readAcks(cloudWatch, readsAcks ? open.map(({ arn }) => arn) : [], limited, tags);
  return { alarms: alarms.map(tagged), history, mutes, acks, ...(cutAt !== undefined && { cutAt }) };
}

/** The changes of a region, and its alarms in trouble. */
interface Trouble extends Pick<SummaryReading, 'history' | 'cutAt'> {
  /** Names of all alarms that changed. */
  readonly changed: readonly string[];
  readonly inTrouble: readonly DescribedAlarm[];
}

/** Reads what is in ALARM, or without data since, and the history back to its begin, for a day of reminders at least. */
async function readTrouble(
  cloudWatch: CloudWatch,
  { from, to }: Slot,
  { roads, ...limits }: LookUpLimits & Pick<SummaryReadingParts, 'roads'>,
): Promise<Trouble> {
  const read = { from: Math.min(from, to - HISTORY_MS), to };
  const [inAlarm, noData, { history: changes, ...cut }] = await Promise.all([
    cloudWatch.alarms('ALARM'),
    cloudWatch.alarms('INSUFFICIENT_DATA'),
    cloudWatch.changes(read.from, to),
  ]);
  const maybe = [...inAlarm, ...noData.filter(({ changedAt }) => changedAt > to - KEPT_MS)];
  const ours = maybe.filter((alarm) => anyRoadsOf(alarm, roads).length > 0);
  const history = await reachingBack(changes, ours, read, cloudWatch, limits);
  const inTrouble = ours.filter((alarm) => troubleSince(alarm, history.get(alarm.name), to) !== undefined);
  return { inTrouble, changed: [...changes.keys()], history, ...cut };
}

/** Resolves to the mute rules whose window it is. */
async function muteWindows(cloudWatch: Pick<CloudWatch, 'muteRules'>, now: number): Promise<readonly MuteWindow[]> {
  const active = (await cloudWatch.muteRules()).filter(({ isActive }) => isActive);
  return active.map(({ name, alarmNames, schedule }) => {
    const until = muteEnd(schedule, now);
    return { name, alarmNames, ...(until !== undefined && { until }) };
  });
}

/** Returns the name of an error, which is AWS's own word for what is wrong: its message may hold an ARN. */
export function errorNameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
