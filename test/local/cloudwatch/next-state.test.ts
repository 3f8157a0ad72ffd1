import { describe, expect, it } from 'vitest';
import type { AlarmState, TreatMissingData } from '../../../local/cloudwatch/alarm.js';
import { nextState } from '../../../local/cloudwatch/next-state.js';

/** The columns of AWS's tables, in their order. `retained` is the state before. */
const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
type Expected = AlarmState | 'retained';
type Row = readonly [datapoints: string, ...states: readonly [Expected, Expected, Expected, Expected]];

const [OK, ALARM, INSUFFICIENT, RETAINED] = ['OK', 'ALARM', 'INSUFFICIENT_DATA', 'retained'] as const;

/**
 * The tables of AWS's page, with the five most recent datapoints, oldest first: `0` is within the threshold, `X` breaches
 * it, `-` is missing.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
const THREE_OF_THREE: readonly Row[] = [
  ['0 - X - X', OK, OK, OK, OK],
  ['0 - - - -', OK, OK, OK, OK],
  ['- - - - 0', OK, OK, OK, OK],
  ['- - - - -', INSUFFICIENT, RETAINED, ALARM, OK],
  ['0 X X - X', ALARM, ALARM, ALARM, ALARM],
  ['- - - - X', INSUFFICIENT, RETAINED, ALARM, OK],
  ['- - - X -', INSUFFICIENT, RETAINED, ALARM, OK],
  ['- - X - -', ALARM, RETAINED, ALARM, OK],
  ['X - - - -', ALARM, RETAINED, ALARM, OK],
];
const TWO_OF_THREE: readonly Row[] = [
  ['0 - X - X', ALARM, ALARM, ALARM, ALARM],
  ['0 0 X 0 X', ALARM, ALARM, ALARM, ALARM],
  ['0 - X - -', OK, OK, ALARM, OK],
  ['- - - - 0', OK, OK, ALARM, OK],
  ['- - - - X', INSUFFICIENT, RETAINED, ALARM, OK],
  ['- - - X -', ALARM, RETAINED, ALARM, OK],
];

const VALUES: Readonly<Record<string, number>> = { '0': 0, X: 1 };

function cases(rows: readonly Row[]) {
  return rows.flatMap(([datapoints, ...states]) =>
    TREATMENTS.flatMap((treatment, column) =>
      (['OK', 'ALARM'] as const).map((before) => {
        const expected = states[column] === RETAINED ? before : (states[column] ?? before);
        return { datapoints, treatment, before, expected };
      }),
    ),
  );
}

function judge(datapoints: string, datapointsToAlarm: number, treatMissingData: TreatMissingData, before: AlarmState) {
  const alarm = {
    evaluationPeriods: 3,
    datapointsToAlarm,
    threshold: 0,
    comparison: 'GreaterThanThreshold',
    treatMissingData,
  } as const;
  return nextState(
    alarm,
    datapoints.split(' ').map((one) => VALUES[one]),
    before,
  );
}

describe('nextState', () => {
  it.each(cases(THREE_OF_THREE))('nextState: 3 of 3, $datapoints, $treatment, from $before: $expected', (one) => {
    expect(judge(one.datapoints, 3, one.treatment, one.before)).toBe(one.expected);
  });

  it.each(cases(TWO_OF_THREE))('nextState: 2 of 3, $datapoints, $treatment, from $before: $expected', (one) => {
    expect(judge(one.datapoints, 2, one.treatment, one.before)).toBe(one.expected);
  });

  it.each([
    ['GreaterThanThreshold', [0, 0, 1]],
    ['GreaterThanOrEqualToThreshold', [0, 1, 1]],
    ['LessThanThreshold', [1, 0, 0]],
    ['LessThanOrEqualToThreshold', [1, 1, 0]],
  ] as const)('nextState: %s of 1, below, at and above it: %j', (comparison, breaching) => {
    const alarm = {
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      threshold: 1,
      comparison,
      treatMissingData: 'missing',
    } as const;
    expect([0, 1, 2].map((value) => nextState(alarm, [value], 'OK'))).toEqual(
      breaching.map((isBreaching) => (isBreaching ? 'ALARM' : 'OK')),
    );
  });
});
