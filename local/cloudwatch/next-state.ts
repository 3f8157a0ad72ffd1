import { type Alarm, type AlarmState, COMPARISONS } from './alarm.js';

/** The values of the evaluation range, oldest first: one for each period, `undefined` if there is none. */
export type Datapoints = readonly (number | undefined)[];

type Judged = Pick<Alarm, 'evaluationPeriods' | 'datapointsToAlarm' | 'threshold' | 'comparison' | 'treatMissingData'>;

/**
 * Returns the state of an alarm after an evaluation.
 *
 * If there are values for as many periods as are evaluated, the latest count, and how missing data is treated does not
 * matter. If there are fewer, all of them count, and only as many of the missing ones as are needed.
 * @param current its state before.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function nextState(alarm: Judged, datapoints: Datapoints, current: AlarmState): AlarmState {
  const { evaluationPeriods, datapointsToAlarm, threshold, comparison } = alarm;
  const breaches = (value: number): boolean => COMPARISONS[comparison](value, threshold);
  const real = datapoints.filter((value) => value !== undefined).slice(-evaluationPeriods);
  const breaching = real.filter(breaches).length;
  if (breaching >= datapointsToAlarm) return 'ALARM';
  if (real.length === evaluationPeriods) return 'OK';
  switch (alarm.treatMissingData) {
    case 'notBreaching':
      return 'OK';
    case 'breaching':
      return breaching + evaluationPeriods - real.length >= datapointsToAlarm ? 'ALARM' : 'OK';
    case 'ignore':
      return breaching < real.length ? 'OK' : current;
    case 'missing':
      return breaching < real.length ? 'OK' : withoutEnoughData(datapoints, datapointsToAlarm);
  }
}

/**
 * Returns the state if there are too few values and all of them breach. The alarm waits for the next values, but not once
 * the oldest is as many periods old as are needed for an alarm.
 */
function withoutEnoughData(datapoints: Datapoints, datapointsToAlarm: number): AlarmState {
  const oldest = datapoints.findIndex((value) => value !== undefined);
  const age = oldest === -1 ? 0 : datapoints.length - oldest;
  return age >= datapointsToAlarm ? 'ALARM' : 'INSUFFICIENT_DATA';
}
