import type { Notification } from '../../domain/notification.js';
import { isLastTry, type Tick } from '../../domain/tick.js';
import { type ReadAcksParts, readAcks } from '../ack/read-acks.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import { FLAP_HISTORY_MS, lastChangeIn } from '../alarm/last-change.js';
import { HISTORY_MS, type LookUpLimits, reachingBack } from '../alarm/reaching-back.js';
import { TAGS_MS } from '../alarm/read-tags.js';
import { changeRoadsOf, type Road, type Roads, roadsIn, roadsOf, watchedRegions } from '../alarm/road.js';
import { type Slot, slotOf } from '../alarm/slot.js';
import { type TagParts, type ToldAlarm, tagsForRules } from '../alarm/tags-for-rules.js';
import type { AlarmHistory, CloudWatch } from '../alarm/watched.js';
import type { RegionReading, SettledAlarm } from './region-reading.js';
import { askedArns, reminders } from './remind.js';
import type { RemindParts, TellingParts } from './reminded.js';

/** The parts of a tick. */
export interface TickParts extends RemindParts, TagParts, ReadAcksParts {
  readonly roads: Roads;
  /** The region of the function. Those of its topics are read too. */
  readonly region: string;
  /** True if tags say who has an alarm. */
  readonly readsAcks: boolean;
}

/**
 * Reads what is due at a tick. Rejects if not all of CloudWatch can be read, so that Lambda repeats the tick with the same time; the last
 * time it tells the regions that could be read, if there are any, and counts the others' steps as lost.
 */
export async function readDue(
  { at }: Tick,
  cloudWatch: (region: string) => CloudWatch,
  { roads, region, ...parts }: TickParts,
): Promise<readonly Notification[]> {
  const { clock, log } = parts;
  const slot = slotOf(at);
  const telling = { ...parts, now: Math.max(slot.to, clock.now()), isLastTry: isLastTry(clock.now() - at) };
  const regions = watchedRegions(region, roads.topics);
  const readings = await Promise.allSettled(
    regions.map((one) => readRegion(cloudWatch(one), slot, roadsIn(one, roads, region), telling)),
  );
  const read = readings.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const reasons = readings.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (reasons.length > 0) {
    if (read.length === 0 || !telling.isLastTry) throw reasons[0];
    const unread = regions.filter((_, index) => readings[index]?.status === 'rejected').join(', ');
    const fields = { unread, reason: String(reasons[0]) };
    log.write('error', 'reminders told without the regions that could not be read', fields, { ticksLost: 1 });
  }
  return reminders(read, slot, telling);
}

/** Reads one region, with the tags that rules look at and those that say who has what is told. */
async function readRegion(
  cloudWatch: CloudWatch,
  slot: Slot,
  roads: Roads,
  parts: Omit<TickParts, 'roads' | 'region'> & TellingParts & { readonly isLastTry: boolean },
): Promise<RegionReading> {
  const limited = { ...parts, until: parts.clock.now() + TAGS_MS };
  const read = await readAlarms(cloudWatch, slot, roads, limited);
  const all = [...read.alarms, ...read.settled.map(({ alarm }) => alarm)];
  const { tagged, tags } = await tagsForRules(all, cloudWatch, limited);
  const reading = {
    ...read,
    alarms: read.alarms.map(tagged),
    settled: read.settled.map((settled) => ({ ...settled, alarm: tagged(settled.alarm) })),
  };
  const asked = parts.readsAcks ? askedArns(reading, slot, parts) : [];
  return { ...reading, acks: await readAcks(cloudWatch, asked, limited, tags) };
}

/** Reads the alarms of one region: a day of its history if something is in ALARM, else what tells an alarm that flapped. */
async function readAlarms(
  cloudWatch: CloudWatch,
  slot: Slot,
  roads: Roads,
  limits: LookUpLimits,
): Promise<RegionReading> {
  const inAlarm = await cloudWatch.alarms('ALARM');
  const alarms = inAlarm.flatMap((alarm) => onRoads(alarm, roadsOf(alarm, roads)));
  const from = slot.to - (alarms.length > 0 ? HISTORY_MS : FLAP_HISTORY_MS);
  const { history: read, cutAt = from } = await cloudWatch.changes(from, slot.to);
  // One that has stayed for longer than that has had all its steps of a day.
  const recent = inAlarm.filter((alarm) => alarm.changedAt >= from && roadsOf(alarm, roads).length > 0);
  const stretch = { from: Math.max(from, cutAt), to: slot.to };
  const history = await reachingBack(read, recent, stretch, cloudWatch, limits);
  const names = [...history].flatMap(([name, changes]) => (lastChangeIn(changes, slot) ? name : []));
  const others = names.filter((name) => inAlarm.every((alarm) => alarm.name !== name));
  const steady = [...inAlarm.filter(({ name }) => names.includes(name)), ...(await cloudWatch.named(others))];
  const settled = steady
    .flatMap((alarm) => onRoads(alarm, changeRoadsOf(alarm, roads)))
    .flatMap((alarm) => settledOf(alarm, history, slot));
  const mutes = alarms.length + settled.length > 0 ? await cloudWatch.muteRules() : [];
  return { alarms, history, mutes, settled };
}

/** Returns an alarm for each road: rules may send each elsewhere. */
function onRoads(alarm: DescribedAlarm, roads: readonly Road[]): readonly ToldAlarm[] {
  return roads.map((road) => ({ ...alarm, road }));
}

/** Returns the state in which an alarm settled, unless it has changed since: that change tells itself. */
function settledOf(alarm: ToldAlarm, history: AlarmHistory, slot: Slot): readonly SettledAlarm[] {
  const changes = history.get(alarm.name) ?? [];
  const settled = lastChangeIn(changes, slot);
  if (settled === undefined || settled.to !== alarm.state || alarm.changedAt >= slot.to) return [];
  return [{ alarm, settled, before: changes.filter(({ at }) => at < settled.at).at(-1)?.to ?? 'ALARM' }];
}
