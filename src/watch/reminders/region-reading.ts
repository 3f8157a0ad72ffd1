import type { Acks } from '../ack/read-acks.js';
import type { LastChange } from '../alarm/last-change.js';
import type { ToldAlarm } from '../alarm/tags-for-rules.js';
import type { AlarmState } from '../alarm/transition.js';
import type { AlarmHistory, MuteRule } from '../alarm/watched.js';

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
  /** Empty if nothing is told. */
  readonly mutes: readonly MuteRule[];
  /** Those who have alarms. Absent if nobody was asked for. */
  readonly acks?: Acks;
  /** The alarms that flapped and became steady in the slot. */
  readonly settled: readonly SettledAlarm[];
}
