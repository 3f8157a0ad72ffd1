import { describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/read-settings.js';
import { resourcesOf } from '../../deploy/template.js';
import { evaluateAlarms } from '../../local/cloudwatch/evaluate-alarms.js';
import { readAlarms } from '../../local/cloudwatch/read-alarms.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 22, 3);
const REGION = 'cn-north-1';
const NAMES = {
  FailedEventBucket: 'kept',
  'AWS::StackName': 'wecomrobot-prod',
  OpsTopic: 'ops',
};
const Resources = {
  KeptEventsAlarm: resourcesOf(readSettings({ opsEmail: 'ops@example.com' }, REGION), REGION)['KeptEventsAlarm'],
};
const alarms = readAlarms({ Resources }, NAMES);

/** Minutes after the start at which the alarm changes its state, if records are written at these minutes. */
function changes(minutes: readonly number[], delayMinutes: number): readonly string[] {
  const values = minutes.map((minute) => ({
    namespace: 'AWS/S3',
    metric: 'PutRequests',
    value: 1,
    at: START + minute * MINUTE,
    dimensions: { BucketName: 'kept', FilterId: 'records' },
  }));
  const options = { from: START, to: START + 60 * MINUTE, delayMs: delayMinutes * MINUTE, extraPeriods: 2 };
  return evaluateAlarms(alarms, values, { ...options, isEmptyUnfilled: false }).map(
    ({ at, to, told }) => `${(at - START) / MINUTE} ${to} ${told.join()}`,
  );
}

describe('KeptEventsAlarm', () => {
  test.each([
    [2, 22],
    [10, 30],
  ])('KeptEventsAlarm: a record whose metric comes %i minutes late is told within 15 minutes', (delay, toldAt) => {
    expect(changes([20], delay)).toEqual(['0 OK ops', `${toldAt} ALARM ops`, expect.stringMatching(/^\d+ OK ops$/)]);
    expect(toldAt - 20).toBeLessThanOrEqual(15);
  });

  test('KeptEventsAlarm: nothing kept, nobody told', () => {
    expect(changes([], 2)).toEqual(['0 OK ops']);
  });

  test('KeptEventsAlarm: what is kept after an hour is told again, even if nobody replayed', () => {
    const told = changes([5, 45], 2).filter((line) => line.includes('ALARM'));
    expect(told).toEqual(['7 ALARM ops', '47 ALARM ops']);
  });
});
