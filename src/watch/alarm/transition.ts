/** The states of an alarm, in CloudWatch's words. */
export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

export type AlarmState = (typeof ALARM_STATES)[number];

/** A change of an alarm's state. */
export interface Transition {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly to: AlarmState;
  /** The state before, if it is known. */
  readonly from?: AlarmState;
}
