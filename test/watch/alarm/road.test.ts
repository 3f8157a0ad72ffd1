import { describe, expect, test } from 'vitest';
import type { DescribedAlarm } from '../../../src/watch/alarm/described-alarm.js';
import { anyRoadsOf, changeRoadsOf, roadsIn, roadsOf, watchedRegions } from '../../../src/watch/alarm/road.js';

const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:111122223333:function:wecomrobot-prod-notify';
const BILLING = 'arn:aws:sns:us-east-1:111122223333:billing';
const roadBy = (topicArn?: string) => (topicArn ? { source: 'sns', topicArn } : { source: 'alarm' });
const ROADS = { topics: [TOPIC, BILLING], functionArn: FUNCTION, hasAlarmRule: false, service: 'wecomrobot-prod' };
const alarm = (changed: Partial<DescribedAlarm> = {}): DescribedAlarm => ({
  name: 'cpu',
  arn: 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:cpu',
  state: 'ALARM',
  changedAt: 0,
  alarmActions: [],
  described: {},
  ...changed,
});

describe('roadsOf', () => {
  test.each([
    ['a topic that leads here', [TOPIC, TOPIC], [{ source: 'sns', topicArn: TOPIC }]],
    ['the function itself', [FUNCTION], [{ source: 'alarm' }]],
    ['an alias of the function', [`${FUNCTION}:live`, FUNCTION], [{ source: 'alarm' }]],
    ['both, and another topic', [FUNCTION, TOPIC, BILLING], [TOPIC, BILLING, undefined].map(roadBy)],
    ['another topic', [`${TOPIC}-2`], []],
    ['another stage’s function', [`${FUNCTION}-2`], []],
  ])('an alarm whose actions name %s', (_, alarmActions, expected) => {
    expect(roadsOf(alarm({ alarmActions }), ROADS)).toEqual(expected);
  });

  const BY_RULE = { ...ROADS, hasAlarmRule: true };

  test('the alarm rule brings whatever has actions or none, but for the deployment’s own alarms', () => {
    expect(roadsOf(alarm(), BY_RULE)).toEqual([{ source: 'eventbridge' }]);
    expect(roadsOf(alarm({ alarmActions: [TOPIC] }), BY_RULE)).toEqual([roadBy(TOPIC), { source: 'eventbridge' }]);
    expect(roadsOf(alarm({ name: 'wecomrobot-prod-ParkedAlarm-1ABCDEF' }), BY_RULE)).toEqual([]);
    expect(roadsOf(alarm({ name: 'wecomrobot-production' }), BY_RULE)).toEqual([{ source: 'eventbridge' }]);
  });

  test('changes of an alarm whose actions are off come by the alarm rule alone', () => {
    const off = alarm({ alarmActions: [TOPIC], silencedBy: 'actions off' });
    expect(changeRoadsOf(off, BY_RULE)).toEqual([{ source: 'eventbridge' }]);
    expect(changeRoadsOf(off, ROADS)).toEqual([]);
    expect(changeRoadsOf({ ...off, silencedBy: 'suppressed' }, BY_RULE)).toEqual([]);
    expect(changeRoadsOf(alarm({ alarmActions: [TOPIC] }), ROADS)).toEqual([roadBy(TOPIC)]);
    expect(anyRoadsOf({ ...off, silencedBy: 'suppressed' }, BY_RULE)).toHaveLength(2);
  });

  test.each([
    [{ silencedBy: 'actions off' as const }],
    [{ silencedBy: 'suppressed' as const }],
    [{ name: 'TargetTracking-service/prod/orders-AlarmHigh-1f2e' }],
  ])('an alarm with %j was never told', (changed) => {
    expect(roadsOf(alarm({ alarmActions: [TOPIC], ...changed }), BY_RULE)).toEqual([]);
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
