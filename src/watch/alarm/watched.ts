import type { DescribedAlarm } from './described-alarm.js';
import type { ReadHistory } from './history.js';
import type { AlarmState, Transition } from './transition.js';

/** The changes of state of each alarm, by its name, oldest first. */
export type AlarmHistory = ReadonlyMap<string, readonly Transition[]>;

/** A mute rule of CloudWatch's. */
export interface MuteRule {
  readonly name: string;
  /** Names of the alarms that it silences. */
  readonly alarmNames: readonly string[];
  /** True if CloudWatch says that it silences them now. */
  readonly isActive: boolean;
  /** Its windows, in CloudWatch's own words: see `windowsOf`. */
  readonly schedule: unknown;
}

/** The changes of a stretch of time, as far back as they were read. */
export interface ChangesRead {
  readonly history: AlarmHistory;
  /** The oldest change that was read, milliseconds since 1970. Set if there were too many to read all. */
  readonly cutAt?: number;
}

/** Reads the alarms of one region. */
export interface CloudWatch extends AlarmLookUps {
  /** Resolves to the alarms of every kind, those in one state or all. */
  alarms(state?: AlarmState): Promise<readonly DescribedAlarm[]>;
  /** Resolves to the alarms of these names, of every kind, as far as they exist. */
  named(names: readonly string[]): Promise<readonly DescribedAlarm[]>;
  /** Resolves to the changes between two times, milliseconds since 1970, and says if the oldest of them were not read. */
  changes(from: number, to: number): Promise<ChangesRead>;
  /** Resolves to all mute rules. */
  muteRules(): Promise<readonly MuteRule[]>;
  /** Resolves to an alarm's tags. One that is deleted has none. */
  tags(alarmArn: string, signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Sets one tag of an alarm, and leaves its others. */
  tag(alarmArn: string, key: string, value: string): Promise<void>;
}

/** Reads more about one alarm of a region. */
export interface AlarmLookUps {
  /**
   * Resolves to the latest changes of one alarm, or of one of its contributors, up to a time, milliseconds since 1970: as many as
   * one request answers. A contributor's own changes are not among its alarm's.
   */
  historyOf(name: string, to: number, signal?: AbortSignal, contributorId?: string): Promise<ReadHistory>;
}

/** Draws metrics of one region. */
export interface Drawing {
  /**
   * Resolves to the PNG of a metric widget, unless `signal` ends it.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricWidgetImage.html
   */
  draw(widget: string, signal: AbortSignal): Promise<Uint8Array>;
}
