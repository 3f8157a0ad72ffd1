import type { Alarm, AlarmState } from './alarm.js';
import { datapointsAt, type Reading, valuesOf } from './datapoints.js';
import type { MetricDatum } from './metric-datum.js';
import { nextState } from './next-state.js';

const MINUTE_MS = 60_000;

/** A change of an alarm's state. */
export interface Transition {
  readonly alarm: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
  /** Names of those that are told. */
  readonly told: readonly string[];
}

/** The time in which alarms are evaluated, and what is read for that. */
export interface EvaluateOptions extends Reading {
  /** When the alarms are created and when the evaluation ends, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/**
 * Evaluates alarms over the metrics that were written, once a minute, as CloudWatch does with periods of a minute or more.
 * A new alarm has INSUFFICIENT_DATA. Returns the changes, oldest first.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function evaluateAlarms(
  alarms: readonly Alarm[],
  metrics: readonly MetricDatum[],
  options: EvaluateOptions,
): readonly Transition[] {
  return alarms.flatMap((alarm) => evaluateAlarm(alarm, metrics, options)).sort((a, b) => a.at - b.at);
}

function evaluateAlarm(alarm: Alarm, metrics: readonly MetricDatum[], options: EvaluateOptions): Transition[] {
  const values = valuesOf(alarm.metric, metrics);
  const transitions: Transition[] = [];
  let state: AlarmState = 'INSUFFICIENT_DATA';
  for (let at = options.from; at <= options.to; at += MINUTE_MS) {
    const next = nextState(alarm, datapointsAt(alarm, values, at, options), state);
    if (next !== state) transitions.push({ alarm: alarm.name, at, from: state, to: next, told: alarm.actions[next] });
    state = next;
  }
  return transitions;
}
