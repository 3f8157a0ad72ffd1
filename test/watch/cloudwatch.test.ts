import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CloudWatchError } from '../../local/cloudwatch/cloudwatch-error.js';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { inProcessClient } from '../../local/cloudwatch/in-process-client.js';
import { awsSettings } from '../../src/aws/clients.js';
import { systemClock } from '../../src/base/clock.js';
import { arrayAt, type JsonObject } from '../../src/base/json.js';
import { cloudWatchOf, createCloudWatch } from '../../src/watch/cloudwatch.js';

const NOON = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;

let now = NOON;
let endpoint: CloudWatchEndpoint;
const clock = { ...systemClock, now: () => now };
const reader = () => createCloudWatch(awsSettings('ap-southeast-1', endpoint.endpoint, systemClock));

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key-of-the-test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-of-the-test');
  now = NOON;
  endpoint = await startCloudWatch('ap-southeast-1:111122223333', clock);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await endpoint.close();
});

describe('createCloudWatch', () => {
  test('reads alarms of every kind, all pages, in one state', async () => {
    for (let index = 0; index < 120; index += 1) endpoint.alarms.put('MetricAlarm', { AlarmName: `metric-${index}` });
    endpoint.alarms.put('CompositeAlarm', {
      AlarmName: 'whole',
      AlarmRule: 'ALARM("metric-1")',
      ActionsSuppressedBy: 'Alarm',
    });
    endpoint.alarms.put('LogAlarm', { AlarmName: 'log', ActionsEnabled: false, AlarmActions: ['arn:aws:sns:x:y:z'] });
    for (const name of ['metric-7', 'metric-119', 'whole', 'log']) endpoint.alarms.setState(name, 'ALARM', 'too much');
    const found = await reader().alarms('ALARM');
    expect(found.map(({ name, state, changedAt, silencedBy }) => [name, state, changedAt, silencedBy])).toEqual([
      ['whole', 'ALARM', NOON, 'suppressed'],
      ['metric-7', 'ALARM', NOON, undefined],
      ['metric-119', 'ALARM', NOON, undefined],
      ['log', 'ALARM', NOON, 'actions off'],
    ]);
    expect(found[1]?.arn).toBe('arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:metric-7');
    expect(found[3]?.alarmActions).toEqual(['arn:aws:sns:x:y:z']);
    expect(await reader().alarms()).toHaveLength(122);
  });

  test('reads the changes between two times, oldest first, of composites too', async () => {
    endpoint.alarms.put('MetricAlarm', { AlarmName: 'cpu' });
    endpoint.alarms.put('CompositeAlarm', { AlarmName: 'whole' });
    for (const [minute, name, state] of [
      [0, 'cpu', 'OK'],
      [10, 'cpu', 'ALARM'],
      [11, 'whole', 'ALARM'],
      [20, 'cpu', 'OK'],
    ] as const) {
      now = NOON + minute * MINUTE;
      endpoint.alarms.setState(name, state, 'a reason');
    }
    expect((await reader().changes(NOON + 5 * MINUTE, NOON + 60 * MINUTE)).history).toEqual(
      new Map([
        [
          'cpu',
          [
            { at: NOON + 10 * MINUTE, to: 'ALARM', from: 'OK' },
            { at: NOON + 20 * MINUTE, to: 'OK', from: 'ALARM' },
          ],
        ],
        ['whole', [{ at: NOON + 11 * MINUTE, to: 'ALARM', from: 'INSUFFICIENT_DATA' }]],
      ]),
    );
  });

  test('a region that does not know log alarms is asked without them, from the second question on at once', async () => {
    const asked: (readonly unknown[])[] = [];
    endpoint.alarms.put('MetricAlarm', { AlarmName: 'cpu' });
    endpoint.alarms.setState('cpu', 'ALARM', 'a reason');
    const answers = Object.entries(endpoint.alarms.answers).map(([operation, give]) => {
      const refusing: typeof give = (question) => {
        asked.push(arrayAt(question, 'AlarmTypes'));
        if (asked.at(-1)?.includes('LogAlarm')) throw new CloudWatchError('ValidationException', 'an unknown value');
        return give(question);
      };
      return [operation, refusing] as const;
    });
    const region = cloudWatchOf(inProcessClient(Object.fromEntries(answers)));
    expect(await region.alarms('ALARM')).toHaveLength(1);
    expect((await region.changes(NOON, now)).history.size).toBe(1);
    expect((await region.historyOf('cpu', now)).transitions).toHaveLength(1);
    const older = ['CompositeAlarm', 'MetricAlarm'];
    expect(asked.map((kinds) => kinds.toSorted())).toEqual([
      ['CompositeAlarm', 'LogAlarm', 'MetricAlarm'],
      older,
      older,
      older,
    ]);
  });

  test('what is refused for another reason is refused, and later questions name every kind', async () => {
    const asked: (readonly unknown[])[] = [];
    const DescribeAlarms = (question: JsonObject) => {
      asked.push(arrayAt(question, 'AlarmTypes'));
      throw new CloudWatchError('ValidationException', 'another one');
    };
    const region = cloudWatchOf(inProcessClient({ DescribeAlarms }));
    for (const _ of [1, 2]) await expect(region.alarms()).rejects.toThrow('ValidationException');
    expect(asked.map(({ length }) => length)).toEqual([3, 2, 3, 2]);
  });

  test('of a history without end the latest 2,000 changes are read', async () => {
    endpoint.alarms.put('MetricAlarm', { AlarmName: 'cpu' });
    for (let index = 0; index < 2500; index += 1) {
      now = NOON + index * 1000;
      endpoint.alarms.setState('cpu', index % 2 === 0 ? 'ALARM' : 'OK', 'a reason');
    }
    const changes = (await reader().changes(NOON, now)).history.get('cpu') ?? [];
    expect(changes).toHaveLength(2000);
    expect(changes.at(-1)?.at).toBe(now);
    expect((await reader().changes(NOON, now)).cutAt).toBe(changes[0]?.at);
    expect(await reader().changes(now - 1000_000, now)).not.toHaveProperty('cutAt');
  });

  test('reads the latest changes of one alarm up to a time, in one request, and says if there are older ones', async () => {
    endpoint.alarms.put('CompositeAlarm', { AlarmName: 'whole' });
    endpoint.alarms.put('MetricAlarm', { AlarmName: 'another' });
    for (let index = 0; index < 150; index += 1) {
      now = NOON + index * MINUTE;
      endpoint.alarms.setState('whole', index % 2 === 0 ? 'ALARM' : 'OK', 'a reason');
      endpoint.alarms.setState('another', index % 2 === 0 ? 'ALARM' : 'OK', 'a reason');
    }
    const { signal } = new AbortController();
    const all = await reader().historyOf('whole', NOON + 2 * MINUTE, signal);
    expect(all).toEqual({
      transitions: [
        { at: NOON, to: 'ALARM', from: 'INSUFFICIENT_DATA' },
        { at: NOON + MINUTE, to: 'OK', from: 'ALARM' },
        { at: NOON + 2 * MINUTE, to: 'ALARM', from: 'OK' },
      ],
      isCut: false,
    });
    const latest = await reader().historyOf('whole', now, signal);
    expect(latest.transitions).toHaveLength(100);
    expect(latest.transitions.at(-1)?.at).toBe(now);
    expect(latest.isCut).toBe(true);
    expect(endpoint.requests).toHaveLength(2);
  });

  test('reads the changes of one contributor of an alarm, which are not among those of the alarm', async () => {
    endpoint.alarms.put('MetricAlarm', { AlarmName: 'fleet' });
    endpoint.alarms.setState('fleet', 'ALARM', 'a reason');
    for (const [id, state] of [
      ['a1b2', 'ALARM'],
      ['c3d4', 'ALARM'],
      ['a1b2', 'OK'],
    ] as const) {
      now += MINUTE;
      endpoint.alarms.setContributorState('fleet', id, state, 'a reason');
    }
    const { signal } = new AbortController();
    expect(await reader().historyOf('fleet', now, signal, 'a1b2')).toEqual({
      transitions: [
        { at: NOON + MINUTE, to: 'ALARM', from: 'OK' },
        { at: NOON + 3 * MINUTE, to: 'OK', from: 'ALARM' },
      ],
      isCut: false,
    });
    expect((await reader().historyOf('fleet', now, signal)).transitions).toHaveLength(1);
    expect((await reader().changes(NOON, now)).history.get('fleet')).toHaveLength(1);
  });

  test('a look-up that is given up ends', async () => {
    endpoint.faults.keep({ kind: 'hang' });
    const controller = new AbortController();
    const asked = reader().historyOf('whole', NOON, controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('reads mute rules, those that are over too: whose alarms, if CloudWatch has them active, and their windows', async () => {
    const schedule = (Duration: string) => ({ Expression: 'at(2026-11-29T11:00)', Duration });
    endpoint.alarms.mute('deployment', ['cpu', 'memory'], schedule('PT2H'));
    endpoint.alarms.mute('earlier', ['memory'], schedule('PT57M'));
    endpoint.alarms.mute('without an end', ['backup']);
    now = NOON;
    expect(await reader().muteRules()).toEqual([
      { name: 'deployment', alarmNames: ['cpu', 'memory'], isActive: true, schedule: schedule('PT2H') },
      { name: 'earlier', alarmNames: ['memory'], isActive: false, schedule: schedule('PT57M') },
      { name: 'without an end', alarmNames: ['backup'], isActive: true, schedule: {} },
    ]);
  });

  test('reads the words of a mute rule once, and again if it was changed', async () => {
    const one = reader();
    endpoint.alarms.mute('night', ['backup']);
    await one.muteRules();
    expect(await one.muteRules()).toMatchObject([{ alarmNames: ['backup'] }]);
    const words = () => endpoint.requests.filter(({ operation }) => operation === 'GetAlarmMuteRule').length;
    expect(words()).toBe(1);
    now += MINUTE;
    endpoint.alarms.mute('night', ['memory']);
    expect(await one.muteRules()).toMatchObject([{ alarmNames: ['memory'] }]);
    expect(words()).toBe(2);
  });

  test('reads alarms by their names, a hundred at a time, whatever their state; those that are gone are left out', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `metric-${index}`);
    for (const AlarmName of names) endpoint.alarms.put('MetricAlarm', { AlarmName });
    endpoint.alarms.put('CompositeAlarm', { AlarmName: 'whole' });
    const found = await reader().named([...names.slice(1), 'whole', 'gone']);
    expect(found.map(({ name }) => name).toSorted()).toEqual([...names.slice(1), 'whole'].toSorted());
    expect(endpoint.requests.map(({ operation }) => operation)).toEqual(['DescribeAlarms', 'DescribeAlarms']);
    expect(await reader().named([])).toEqual([]);
  });

  test('reads and sets tags of one alarm; one that is deleted has none', async () => {
    endpoint.alarms.put('MetricAlarm', { AlarmName: '支付网关 5xx' });
    const arn = 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:支付网关 5xx';
    endpoint.alarms.tag(arn, { team: 'pay' });
    await reader().tag(arn, 'wecom:ack', '李雷 2026-11-29T03:12Z 4h');
    expect(await reader().tags(arn)).toEqual({ team: 'pay', 'wecom:ack': '李雷 2026-11-29T03:12Z 4h' });
    endpoint.alarms.remove('支付网关 5xx');
    expect(await reader().tags(arn)).toEqual({});
    await expect(reader().tag(arn, 'wecom:ack', '李雷')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('a value that no tag can hold is refused by CloudWatch', async () => {
    endpoint.alarms.put('MetricAlarm', { AlarmName: 'cpu' });
    const arn = 'arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:cpu';
    for (const value of ['<b>', 'x'.repeat(257)])
      await expect(reader().tag(arn, 'wecom:ack', value)).rejects.toThrow('InvalidParameterValueException');
  });

  test('one refusal for too many calls is tried again, and a denied call rejects with AWS’s word', async () => {
    endpoint.faults.next({ kind: 'ThrottlingException', of: 'DescribeAlarms' });
    expect(await reader().alarms()).toEqual([]);
    endpoint.faults.keep({ kind: 'AccessDeniedException' });
    await expect(reader().alarms()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('an answer that is none rejects', async () => {
    endpoint.faults.keep({ kind: 'garbage' });
    await expect(reader().alarms()).rejects.toThrow();
  });
});

describe('createCloudWatch: draw', () => {
  const WIDGET = JSON.stringify({
    ...{ title: 'CPU', region: 'ap-southeast-1', width: 440, height: 300, period: 60, metrics: [['AWS/EC2', 'CPU']] },
    ...{ start: '2026-11-29T11:00:00Z', end: '2026-11-29T12:05:00Z' },
    annotations: { vertical: [{ value: '2026-11-29T12:00:00Z' }] },
  });
  const draw = (widget: string, signal = new AbortController().signal) => reader().draw(widget, signal);

  test('draw: resolves to the bytes of a PNG', async () => {
    const png = await draw(WIDGET);
    expect(Buffer.from(png).subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(endpoint.requests.map(({ operation }) => operation)).toEqual(['GetMetricWidgetImage']);
  });

  test('draw: rejects if the widget is none, or of another region', async () => {
    await expect(draw('{}')).rejects.toThrow();
    await expect(draw(WIDGET.replace('ap-southeast-1', 'us-east-1'))).rejects.toThrow();
  });

  test('draw: the signal ends it, whatever CloudWatch does', async () => {
    endpoint.faults.keep({ kind: 'hang' });
    const over = new AbortController();
    const drawn = draw(WIDGET, over.signal);
    over.abort();
    await expect(drawn).rejects.toMatchObject({ name: 'AbortError' });
  });
});
