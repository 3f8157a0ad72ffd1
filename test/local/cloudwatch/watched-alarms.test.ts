import { describe, expect, it } from 'vitest';
import { createWatchedAlarms } from '../../../local/cloudwatch/watched-alarms.js';
import { arrayAt, numberAt } from '../../../src/base/json.js';

const NOON = Date.UTC(2026, 10, 29, 12);

describe('createWatchedAlarms', () => {
  it.each([
    ['TimestampAscending', [NOON, NOON + 1000, NOON + 2000]],
    ['TimestampDescending', [NOON + 2000, NOON + 1000, NOON]],
  ])('DescribeAlarmHistory by %s goes by time, whatever the order in which changes became known', (ScanBy, times) => {
    const alarms = createWatchedAlarms('cn-north-1:111122223333', () => NOON);
    alarms.put('MetricAlarm', { AlarmName: 'cpu' });
    alarms.setState('cpu', 'ALARM', 'too much', NOON + 1000);
    alarms.setState('cpu', 'OK', 'fine', NOON);
    alarms.setState('cpu', 'ALARM', 'too much', NOON + 2000);
    const items = arrayAt(alarms.answers['DescribeAlarmHistory']?.({ ScanBy }), 'AlarmHistoryItems');
    expect(items.map((item) => (numberAt(item, 'Timestamp') ?? 0) * 1000)).toEqual(times);
  });
});
