/** The states of an alarm, in CloudWatch's words. */
export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

/** A state of an alarm. */
export type AlarmState = (typeof ALARM_STATES)[number];

/** Returns a state that CloudWatch names, or `undefined` if it is not one of an alarm. */
export function alarmStateOf(name: unknown): AlarmState | undefined {
  return ALARM_STATES.find((one) => one === name);
}

/** A change of an alarm's state. */
export interface Transition {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly to: AlarmState;
  /** The state before, if it is known. */
  readonly from?: AlarmState;
}
