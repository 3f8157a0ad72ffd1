import type { Acks } from '../ack/read-acks.js';
import type { DescribedAlarm } from '../alarm/described-alarm.js';
import type { LastChange } from '../alarm/last-change.js';
import type { TagsByArn } from '../alarm/read-tags.js';
import type { Road } from '../alarm/road.js';
import type { AlarmState } from '../alarm/transition.js';
import type { AlarmHistory } from '../alarm/watched.js';

/** An alarm, and the road by which it was told. */
export interface ToldAlarm extends DescribedAlarm {
  readonly road: Road;
  /** The moment at which CloudWatch's mute of it ended in the slot, milliseconds since 1970, if no action tells it. */
  readonly unmutedAt?: number;
}

/** An alarm that flapped and is steady, in whatever state. */
export interface SettledAlarm {
  readonly alarm: ToldAlarm;
  readonly settled: LastChange;
  /** The state before its last change. */
  readonly before: AlarmState;
}

/** One region as CloudWatch described it. */
export interface RegionReading {
  /** The alarms in ALARM that were told. */
  readonly alarms: readonly ToldAlarm[];
  readonly history: AlarmHistory;
  /** Names of the alarms that a mute rule silences. */
  readonly muted: ReadonlySet<string>;
  /** Those who have alarms. Absent if nobody was asked for. */
  readonly acks?: Acks;
  /** The tags that were read for rules. Absent if none were looked up. */
  readonly tags?: TagsByArn;
  /** The alarms that flapped and became steady in the slot. */
  readonly settled: readonly SettledAlarm[];
}
