import { type Acks, type ReadAcksParts, readAcks } from '../ack/read-acks.js';
import { muteEnd } from '../alarm/mute-window.js';
import { TAGS_MS } from '../alarm/read-tags.js';
import { anyRoadsOf, type Roads } from '../alarm/road.js';
import type { Slot } from '../alarm/slot.js';
import { type TagParts, type ToldAlarm, tagsForRules } from '../alarm/tags-for-rules.js';
import type { AlarmHistory, CloudWatch, SummaryReads } from '../alarm/watched.js';

/** An alarm of a summary: told by us, or kept silent. */
export interface SummaryAlarm extends ToldAlarm {
  /** True if a mute rule of CloudWatch's silences it. */
  readonly isMuted: boolean;
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
  /** Alarms that are in ALARM, were so, or are muted. */
  readonly alarms: readonly SummaryAlarm[];
  readonly history: AlarmHistory;
  /** The oldest change that was read, milliseconds since 1970, if there were too many. */
  readonly cutAt?: number;
  readonly mutes: readonly MuteWindow[];
  /** Those who have alarms. */
  readonly acks: Acks;
}

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
}

/** Reads one region. Never rejects: a region that cannot be read is named in the summary. */
export async function readSummaryRegion(
  region: string,
  cloudWatch: CloudWatch & SummaryReads,
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
  cloudWatch: CloudWatch & SummaryReads,
  { from, to }: Slot,
  { roads, readsAcks, ...parts }: SummaryReadingParts,
): Promise<SummaryReading> {
  const [inAlarm, { history, ...cut }, mutes] = await Promise.all([
    cloudWatch.alarms('ALARM'),
    cloudWatch.changes(from, to),
    muteWindows(cloudWatch, to),
  ]);
  const muted = new Set(mutes.flatMap(({ alarmNames }) => alarmNames));
  const known = new Set(inAlarm.map(({ name }) => name));
  const others = await cloudWatch.named([...new Set([...history.keys(), ...muted])].filter((name) => !known.has(name)));
  const alarms = [...inAlarm, ...others].flatMap((alarm) =>
    anyRoadsOf(alarm, roads).map((road) => ({ ...alarm, road, isMuted: muted.has(alarm.name) })),
  );
  const limited = { ...parts, until: parts.clock.now() + TAGS_MS };
  // Those in ALARM are the first, whose tags say who has them too.
  const { tagged, tags } = await tagsForRules(alarms, cloudWatch, limited);
  const open = alarms.filter(({ state, isMuted, silencedBy }) => state === 'ALARM' && !isMuted && !silencedBy);
  const acks = await readAcks(cloudWatch, readsAcks ? open.map(({ arn }) => arn) : [], limited, tags);
  return { alarms: alarms.map(tagged), history, mutes, acks, ...cut };
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
