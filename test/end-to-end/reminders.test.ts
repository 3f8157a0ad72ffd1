import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { systemClock } from '../../src/base/clock.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { type DeployedFunction, startDeployedFunction } from './deployed-function.js';

const MINUTE = 60_000;
const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
/** The next tick, which answers for the five minutes before it: of the last one it might be too late to tell. */
const TICK = Math.ceil(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const tick = (at = TICK) => ({ wecomrobot: 'tick', time: new Date(at).toISOString() });

let now = TICK;
let cloudWatch: CloudWatchEndpoint;
let deployed: DeployedFunction;

beforeAll(async () => {
  cloudWatch = await startCloudWatch('ap-southeast-1:111122223333', { ...systemClock, now: () => now });
  deployed = await startDeployedFunction({
    WATCH_TOPICS: TOPIC,
    AWS_REGION: 'ap-southeast-1',
    AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint,
    MENTION_ON_ALARM: '赵敏',
  });
  cloudWatch.alarms.put('MetricAlarm', {
    AlarmName: '支付网关 5xx',
    AlarmActions: [TOPIC],
    Namespace: 'AWS/ApplicationELB',
  });
  cloudWatch.alarms.put('CompositeAlarm', {
    AlarmName: '下单链路',
    AlarmActions: [TOPIC],
    AlarmRule: 'ALARM("支付网关 5xx")',
  });
  cloudWatch.alarms.put('MetricAlarm', { AlarmName: 'of another team' });
  now = TICK - 64 * MINUTE;
  for (const name of ['支付网关 5xx', '下单链路', 'of another team'])
    cloudWatch.alarms.setState(name, 'ALARM', 'too much');
  now = TICK;
});
afterAll(() => Promise.all([deployed.close(), cloudWatch.close()]));
beforeEach(() => cloudWatch.faults.clear());

/** The texts that WeCom has shown since. */
const shownSince = (count: number): readonly string[] =>
  deployed.wecom.shown.slice(count).map(({ message }) => textAt(message, 'text', 'content') ?? '');
/** The lines of ticks that failed. By its age, a try is the last or not. */
const untold = (): readonly unknown[] =>
  deployed.lines
    .map(parseObject)
    .filter((line) => /^reminders (?:not told|lost), t/.test(textAt(line, 'message') ?? '') && textAt(line, 'reason'));
const logged = (message: string): readonly unknown[] =>
  deployed.lines.map(parseObject).filter((line) => textAt(line, 'message') === message);

test('reminders: what has been in ALARM for an hour is told once more, and calls whom its alarm called', async () => {
  const before = deployed.wecom.shown.length;
  await deployed.invoke(tick());
  expect(shownSince(before)).toEqual([
    expect.stringMatching(
      /^⏰ 仍在告警 \| 2 个（最长 1 小时(?: \d 分钟)?） \| 111122223333 ap-southeast-1\n🔴 下单链路，已 1 小时(?: \d 分钟)?\n🔴 支付网关 5xx，已 1 小时(?: \d 分钟)?\nhttps:/,
    ),
  ]);
});

test('reminders: a tick whose time is not that of a step tells nothing, and one without alarms reads only what may have flapped', async () => {
  const [before, asked] = [deployed.wecom.shown.length, cloudWatch.requests.length];
  await deployed.invoke(tick(TICK + 5 * MINUTE));
  expect(shownSince(before)).toEqual([]);
  cloudWatch.alarms.setState('支付网关 5xx', 'OK', 'fine');
  cloudWatch.alarms.setState('下单链路', 'OK', 'fine');
  const operations = cloudWatch.requests.length;
  await deployed.invoke(tick());
  expect(cloudWatch.requests.slice(operations).map(({ operation }) => operation)).toEqual([
    'DescribeAlarms',
    'DescribeAlarmHistory',
  ]);
  expect(operations).toBeGreaterThan(asked);
  expect(shownSince(before)).toEqual([]);
});

test.each(['AccessDeniedException', 'ThrottlingException', 'garbage', 'reset'] as const)(
  'reminders: while CloudWatch answers %s a tick fails with one line, so that it is repeated, and alarms are told as ever',
  async (kind) => {
    const [before, lines] = [deployed.wecom.shown.length, untold().length];
    cloudWatch.faults.keep({ kind });
    await expect(deployed.invoke(tick())).rejects.toThrow();
    await expect.poll(untold).toHaveLength(lines + 1);
    await deployed.invoke({ push_message: `告警照常 ${kind}` });
    expect(shownSince(before)).toEqual([`告警照常 ${kind}`]);
  },
);

test('reminders: an old tick is dropped with a line, as its steps are lost', async () => {
  const [asked, lines] = [cloudWatch.requests.length, logged('reminders lost, tick too old').length];
  await deployed.invoke(tick(TICK - 20 * MINUTE));
  await expect.poll(() => logged('reminders lost, tick too old')).toHaveLength(lines + 1);
  expect(cloudWatch.requests).toHaveLength(asked);
});
