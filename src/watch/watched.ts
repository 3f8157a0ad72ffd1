import type { DescribedAlarm } from './described-alarm.js';
import type { ReadHistory } from './history.js';
import type { AlarmState, Transition } from './transition.js';

/** The changes of state of each alarm, by its name, oldest first. */
export type AlarmHistory = ReadonlyMap<string, readonly Transition[]>;

/** Reads the alarms of one region. */
export interface CloudWatch {
  /** Resolves to the alarms of every kind, those in one state or all. */
  alarms(state?: AlarmState): Promise<readonly DescribedAlarm[]>;
  /** Resolves to the alarms of these names, of every kind, as far as they exist. */
  named(names: readonly string[]): Promise<readonly DescribedAlarm[]>;
  /** Resolves to the changes between two times, milliseconds since 1970. Of very many only the latest are read. */
  history(from: number, to: number): Promise<AlarmHistory>;
  /** Resolves to the names of the alarms that a mute rule silences now. */
  muted(): Promise<ReadonlySet<string>>;
  /** Resolves to an alarm's tags. One that is deleted has none. */
  tags(alarmArn: string, signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Sets one tag of an alarm, and leaves its others. */
  tag(alarmArn: string, key: string, value: string): Promise<void>;
}

/** Reads more about one alarm of a region. */
export interface AlarmLookUps {
  /**
   * Resolves to the latest changes of one alarm up to a time, milliseconds since 1970: as many as one request answers. A
   * contributor's own changes are not among them.
   */
  historyOf(name: string, to: number, signal: AbortSignal): Promise<ReadHistory>;
}

/** Draws metrics of one region. */
export interface Drawing {
  /**
   * Resolves to the PNG of a metric widget, unless `signal` ends it.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricWidgetImage.html
   */
  draw(widget: string, signal: AbortSignal): Promise<Uint8Array>;
}
