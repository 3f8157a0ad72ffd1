import { describe, expect, test } from 'vitest';
import type { DescribedAlarm } from '../../../src/watch/alarm/described-alarm.js';
import { roadOf, roadsIn, watchedRegions } from '../../../src/watch/alarm/road.js';

const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-prod-notify';
const ROADS = { topics: [TOPIC], functionArn: FUNCTION, hasAlarmRule: false };
const alarm = (changed: Partial<DescribedAlarm> = {}): DescribedAlarm => ({
  name: 'cpu',
  arn: 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:cpu',
  state: 'ALARM',
  changedAt: 0,
  alarmActions: [],
  described: {},
  ...changed,
});

describe('roadOf', () => {
  test.each([
    ['a topic that leads here', [TOPIC], { source: 'sns', topicArn: TOPIC }],
    ['the function itself', [FUNCTION], { source: 'alarm' }],
    ['an alias of the function', [`${FUNCTION}:live`], { source: 'alarm' }],
    ['both', [FUNCTION, TOPIC], { source: 'sns', topicArn: TOPIC }],
    ['another topic', [`${TOPIC}-2`], undefined],
    ['another stage’s function', [`${FUNCTION}-2`], undefined],
  ])('an alarm whose actions name %s', (_, alarmActions, road) => {
    expect(roadOf(alarm({ alarmActions }), ROADS)).toEqual(road);
  });

  test('the alarm rule brings whatever has actions or none', () => {
    expect(roadOf(alarm(), { ...ROADS, hasAlarmRule: true })).toEqual({ source: 'eventbridge' });
  });

  test.each([
    [{ silencedBy: 'actions off' as const }],
    [{ silencedBy: 'suppressed' as const }],
    [{ name: 'TargetTracking-service/prod/orders-AlarmHigh-1f2e' }],
  ])('an alarm with %j was never told', (changed) => {
    expect(roadOf(alarm({ alarmActions: [TOPIC], ...changed }), { ...ROADS, hasAlarmRule: true })).toBeUndefined();
  });
});

describe('watchedRegions', () => {
  test('are those of the function and of the topics that lead here, once each', () => {
    const topics = [TOPIC, TOPIC.replace('ap-southeast-1', 'us-east-1'), 'no ARN'];
    expect(watchedRegions('ap-southeast-1', topics)).toEqual(['ap-southeast-1', 'us-east-1']);
  });
});

describe('roadsIn', () => {
  test('the alarm rule brings the alarms of the function’s own region only', () => {
    const roads = { ...ROADS, hasAlarmRule: true };
    expect(roadsIn('ap-southeast-1', roads, 'ap-southeast-1')).toEqual(roads);
    expect(roadsIn('us-east-1', roads, 'ap-southeast-1')).toEqual(ROADS);
  });
});
