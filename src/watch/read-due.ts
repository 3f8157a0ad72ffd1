import { parseArn } from '../aws/arn.js';
import type { Notification } from '../domain/notification.js';
import type { Tick } from '../domain/tick.js';
import { type ReadAcksParts, readAcks } from './read-acks.js';
import { dueArns, type RegionReading, type RemindParts, reminders } from './remind.js';
import { type Roads, roadOf } from './road.js';
import { type Slot, slotOf } from './slot.js';
import type { CloudWatch } from './watched.js';

/** The history that is read, milliseconds: a day of reminders, and what may have come before. */
const HISTORY_MS = 25 * 60 * 60_000;

/** The parts of a tick. */
export interface TickParts extends RemindParts, ReadAcksParts {
  readonly roads: Roads;
  /** The region of the function. Those of its topics are read too. */
  readonly region: string;
  /** True if tags say who has an alarm. */
  readonly readsAcks: boolean;
}

/** Reads what is due at a tick. Rejects if CloudWatch cannot be read, so that Lambda repeats the tick with the same time. */
export async function readDue(
  { at }: Tick,
  cloudWatch: (region: string) => CloudWatch,
  { roads, region, readsAcks, ...parts }: TickParts,
): Promise<readonly Notification[]> {
  const topicRegions = roads.topics.flatMap((topic) => parseArn(topic)?.region ?? []);
  const regions = [...new Set([region, ...topicRegions])];
  const slot = slotOf(at);
  const readings = await Promise.all(
    // The alarm rule is of the function's own region.
    regions.map(async (one): Promise<RegionReading> => {
      const there = { ...roads, hasAlarmRule: roads.hasAlarmRule && one === region };
      const reading = await readRegion(cloudWatch(one), slot, there);
      const due = readsAcks ? dueArns(reading, slot, parts) : [];
      return { ...reading, acks: await readAcks(cloudWatch(one), due, parts) };
    }),
  );
  return reminders(readings, slot, parts);
}

/** Reads one region: its history only if something is in ALARM that may have to be told. */
async function readRegion(cloudWatch: CloudWatch, slot: Slot, roads: Roads): Promise<RegionReading> {
  const alarms = (await cloudWatch.alarms('ALARM')).flatMap((alarm) => {
    const road = roadOf(alarm, roads);
    return road ? [{ ...alarm, road }] : [];
  });
  if (alarms.length === 0) return { alarms, history: new Map(), muted: new Set() };
  const [history, muted] = await Promise.all([cloudWatch.history(slot.to - HISTORY_MS, slot.to), cloudWatch.muted()]);
  return { alarms, history, muted };
}
