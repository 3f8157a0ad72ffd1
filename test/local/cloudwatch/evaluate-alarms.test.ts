import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../../local/cloudwatch/alarm.js';
import { datapointsAt, valuesOf } from '../../../local/cloudwatch/datapoints.js';
import { evaluateAlarms } from '../../../local/cloudwatch/evaluate-alarms.js';
import type { MetricDatum } from '../../../local/cloudwatch/metric-datum.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 22);
const DIMENSIONS = { FunctionName: 'notify' };
const READING = { delayMs: 2 * MINUTE, extraPeriods: 2, isEmptyUnfilled: false };

const ERRORS: Alarm = {
  name: 'Errors',
  metric: {
    namespace: 'AWS/Lambda',
    metric: 'Errors',
    dimensions: DIMENSIONS,
    statistic: 'Sum',
    periodMs: 5 * MINUTE,
  },
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  threshold: 0,
  comparison: 'GreaterThanThreshold',
  treatMissingData: 'notBreaching',
  actions: { ALARM: ['ops'], OK: ['ops', 'log'], INSUFFICIENT_DATA: [] },
};
const HEARTBEAT: Alarm = {
  ...ERRORS,
  name: 'Heartbeat',
  fill: 0,
  evaluationPeriods: 2,
  datapointsToAlarm: 2,
  threshold: 1,
  comparison: 'LessThanThreshold',
  treatMissingData: 'breaching',
};

/** Values at these minutes after the start. */
function valuesAt(minutes: readonly number[], value = 1): readonly MetricDatum[] {
  return minutes.map((minute) => ({
    namespace: 'AWS/Lambda',
    metric: 'Errors',
    value,
    at: START + minute * MINUTE,
    dimensions: DIMENSIONS,
  }));
}

/** `minute: from → to` of each change. */
function changes(alarm: Alarm, values: readonly MetricDatum[], minutes: number, reading = READING): readonly string[] {
  const options = { ...reading, from: START, to: START + minutes * MINUTE };
  return evaluateAlarms([alarm], values, options).map(
    ({ at, from, to }) => `${(at - START) / MINUTE}: ${from} → ${to}`,
  );
}

describe('datapointsAt', () => {
  it('datapointsAt: the periods slide with the time, and a value counts in the one it was written in', () => {
    const values = valuesAt([1, 4, 6]);
    const at = (minute: number) => datapointsAt(ERRORS, values, START + minute * MINUTE, { ...READING, delayMs: 0 });
    expect(at(5)).toEqual([undefined, undefined, 2]);
    expect(at(7)).toEqual([undefined, 1, 2]);
    expect(at(11)).toEqual([undefined, 2, 1]);
  });

  it('datapointsAt: a value is seen after the delay, and then in the period it was written in', () => {
    const at = (minute: number) => datapointsAt(ERRORS, valuesAt([4]), START + minute * MINUTE, READING);
    expect(at(5)).toEqual([undefined, undefined, undefined]);
    expect(at(6)).toEqual([undefined, undefined, 1]);
    expect(at(10)).toEqual([undefined, 1, undefined]);
  });

  it.each([
    [false, [0, 0, 0, 0]],
    [true, [undefined, undefined, undefined, undefined]],
  ])('datapointsAt: FILL of nothing at all, where it is%s left alone', (isEmptyUnfilled, expected) => {
    expect(datapointsAt(HEARTBEAT, [], START, { ...READING, isEmptyUnfilled })).toEqual(expected);
  });

  it('datapointsAt: FILL fills the periods without a value', () => {
    expect(datapointsAt(HEARTBEAT, valuesAt([1]), START + 10 * MINUTE, READING)).toEqual([0, 0, 1, 0]);
  });
});

describe('valuesOf', () => {
  it('valuesOf: one metric, with these dimensions and no other', () => {
    const [value] = valuesAt([0]);
    if (!value) throw new Error('no value');
    const others = [
      { ...value, namespace: 'AWS/SQS' },
      { ...value, metric: 'Throttles' },
      { ...value, dimensions: { FunctionName: 'deliver' } },
      { ...value, dimensions: {} },
      { ...value, dimensions: { ...DIMENSIONS, Resource: 'notify' } },
    ];
    expect(valuesOf(ERRORS.metric, [...others, value])).toEqual([value]);
  });
});

describe('evaluateAlarms', () => {
  it('evaluateAlarms: an error is heard two minutes later, and the alarm ends when nothing read has it any more', () => {
    expect(changes(ERRORS, valuesAt([10]), 40)).toEqual([
      '0: INSUFFICIENT_DATA → OK',
      '12: OK → ALARM',
      // Three periods of five minutes are read: the last value counts until it is in none of them.
      '26: ALARM → OK',
    ]);
  });

  it('evaluateAlarms: the next good value ends an alarm of one period as soon as it is alone in the period', () => {
    expect(changes(ERRORS, [...valuesAt([10]), ...valuesAt([11, 16], 0)], 40)).toContain('18: ALARM → OK');
  });

  it('evaluateAlarms: those that hear of a state are told of each change to it', () => {
    const told = evaluateAlarms([ERRORS], valuesAt([10]), { ...READING, from: START, to: START + 40 * MINUTE });
    expect(told.map((transition) => transition.told)).toEqual([['ops', 'log'], ['ops'], ['ops', 'log']]);
  });

  it.each([0, 1, 2, 3, 4])('evaluateAlarms: heartbeats every five minutes from minute %i are no alarm', (first) => {
    const minutes = Array.from({ length: 24 }, (_, index) => first + 5 * index - 30);
    expect(changes(HEARTBEAT, valuesAt(minutes), 60)).toEqual(['0: INSUFFICIENT_DATA → OK']);
  });

  it.each([false, true])(
    'evaluateAlarms: the last heartbeat was eleven minutes ago (FILL of nothing: %s)',
    (isEmptyUnfilled) => {
      const minutes = [-10.5, -5.5, -0.5, 4.5, 9.5];
      expect(changes(HEARTBEAT, valuesAt(minutes), 60, { ...READING, isEmptyUnfilled })).toEqual([
        '0: INSUFFICIENT_DATA → OK',
        '20: OK → ALARM',
      ]);
    },
  );
});
