import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { alarmByAction, alarmByEventBridge, alarmBySns } from '../../local/samples/alarm-events.js';
import { systemClock } from '../../src/base/clock.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { type DeployedFunction, startDeployedFunction } from './deployed-function.js';

const MINUTE = 60_000;
const END = Date.now() - MINUTE;
const ROADS = { sns: alarmBySns, eventbridge: alarmByEventBridge, action: alarmByAction };

let now = END;
let cloudWatch: CloudWatchEndpoint;
let deployed: DeployedFunction;

beforeAll(async () => {
  cloudWatch = await startCloudWatch('ap-southeast-1:111122223333', { ...systemClock, now: () => now });
  deployed = await startDeployedFunction({
    DURATION_REGIONS: 'ap-southeast-1',
    AWS_REGION: 'ap-southeast-1',
    LOG_REGIONS: 'ap-southeast-1',
    AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: cloudWatch.endpoint,
  });
});
afterAll(() => Promise.all([deployed.close(), cloudWatch.close()]));
beforeEach(() => {
  cloudWatch.faults.clear();
  deployed.wecom.reset();
});

/** An alarm with these changes to ALARM, minutes before its end, each for a minute but the last. */
function raised(name: string, ...minutesBefore: readonly number[]): void {
  cloudWatch.alarms.put('MetricAlarm', { AlarmName: name });
  for (const minutes of minutesBefore) {
    now = END - minutes * MINUTE;
    cloudWatch.alarms.setState(name, 'ALARM', 'too much');
    if (minutes === minutesBefore.at(-1)) break;
    now += MINUTE;
    cloudWatch.alarms.setState(name, 'OK', 'enough');
  }
  now = END;
  cloudWatch.alarms.setState(name, 'OK', 'enough');
}

/** What the recovery of an alarm says of its duration, by a road. Each is told by its own change of state. */
async function lastedBy(road: keyof typeof ROADS, name: string, state: 'ALARM' | 'OK' = 'OK') {
  const before = deployed.wecom.shown.length;
  await deployed.invoke(ROADS[road]({ name, at: END, state }));
  const texts = deployed.wecom.shown.slice(before).map(({ message }) => textAt(message, 'text', 'content') ?? '');
  expect(texts).toHaveLength(1);
  return texts[0]?.split('\n').find((line) => line.startsWith('持续'));
}

const logged = () =>
  deployed.lines.map(parseObject).filter((line) => textAt(line, 'message') === 'durations not looked up');

// Names of their own, as a process does not tell the same change twice.
const ways = Object.keys(ROADS) as readonly (keyof typeof ROADS)[];

test('durations: the three roads say the same, the first by the history of the alarm', async () => {
  const before = cloudWatch.requests.length;
  for (const road of ways) {
    raised(`订单库 ${road}`, 20);
    expect([road, await lastedBy(road, `订单库 ${road}`)]).toEqual([road, '持续：20 分钟']);
  }
  expect(cloudWatch.requests.slice(before).map(({ operation }) => operation)).toEqual(['DescribeAlarmHistory']);
});

test('durations: an alarm that was told for the third time within a day says so', async () => {
  raised('often', 300, 200, 20);
  expect(await lastedBy('sns', 'often')).toBe('持续：20 分钟，24 小时内第 3 次');
});

test('durations: an alarm in ALARM is told without asking for anything', async () => {
  raised('fires', 20);
  const before = cloudWatch.requests.length;
  expect(await lastedBy('sns', 'fires', 'ALARM')).toBeUndefined();
  expect(cloudWatch.requests).toHaveLength(before);
});

test.each(['ThrottlingException', 'AccessDeniedException', 'garbage', 'reset'] as const)(
  'durations: if CloudWatch answers with %s, the recovery is told without, by one line, and the events say what they know',
  async (kind) => {
    cloudWatch.faults.keep({ kind });
    const before = logged().length;
    expect(await lastedBy('sns', `of ${kind}`)).toBeUndefined();
    expect(logged()).toHaveLength(before + 1);
    expect(await lastedBy('eventbridge', `by EventBridge, ${kind}`)).toBe('持续：20 分钟');
    expect(await lastedBy('action', `by itself, ${kind}`)).toBe('持续：20 分钟');
    expect(logged()).toHaveLength(before + 1);
    cloudWatch.faults.clear();
    raised(`after ${kind}`, 20);
    expect(await lastedBy('sns', `after ${kind}`)).toBe('持续：20 分钟');
  },
);

test('links to logs: a recovery has one by its metric filter, and from then on the alarm as well', async () => {
  const measure = { namespace: 'Pay', metric: 'Errors', threshold: 10, value: 42 };
  cloudWatch.metricFilters.put('/aws/lambda/pay', 'ERROR', { namespace: 'Pay', name: 'Errors' });
  const logsOf = async (name: string, state: 'ALARM' | 'OK') => {
    const before = deployed.wecom.shown.length;
    await deployed.invoke(alarmByEventBridge({ name, at: END, state, measure }));
    const [shown] = deployed.wecom.shown.slice(before);
    const text = textAt(shown?.message, 'text', 'content') ?? '';
    return text.split('\n').find((line) => line.startsWith('日志：'));
  };
  expect(await logsOf('errors 1', 'ALARM')).toBeUndefined();
  const link = /^日志：https:.*#logsV2:logs-insights.*source~%28~%27\*2faws\*2flambda\*2fpay%29%29$/;
  expect(await logsOf('errors 2', 'OK')).toMatch(link);
  expect(await logsOf('errors 3', 'ALARM')).toMatch(link);
});
