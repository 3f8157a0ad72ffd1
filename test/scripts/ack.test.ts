import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { runScript } from '../support/run-script.js';

const NAME = '支付网关 5xx';
const ARN = `arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:${NAME}`;

let cloudWatch: CloudWatchEndpoint;
beforeAll(async () => {
  cloudWatch = await startCloudWatch('ap-southeast-1:111122223333');
  cloudWatch.alarms.put('MetricAlarm', { AlarmName: NAME });
  cloudWatch.alarms.setState(NAME, 'ALARM', 'too much');
  cloudWatch.alarms.put('CompositeAlarm', { AlarmName: 'whole' });
  cloudWatch.alarms.setState('whole', 'OK', 'fine');
});
beforeEach(() => {
  cloudWatch.faults.clear();
  cloudWatch.alarms.tag(ARN, { 'wecom:ack': undefined, team: 'pay' });
});
afterAll(() => cloudWatch.close());

const ack = (...args: readonly string[]) =>
  runScript('scripts/ack.ts', args, {
    AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint,
    AWS_REGION: 'ap-southeast-1',
  });
const tag = () => cloudWatch.alarms.tagsOf(ARN)['wecom:ack'];

describe('npm run ack', () => {
  test('npm run ack: sets who has an alarm, by its name, and leaves its other tags', async () => {
    const { code, said } = await ack(NAME, '--by', '李雷', '--for', '4h');
    expect([code, said]).toEqual([
      0,
      `李雷 has ${NAME}: its reminders say so and call nobody for 4h (wecom:ack = ${tag()})`,
    ]);
    expect(tag()).toMatch(/^李雷 \d{4}-\d\d-\d\dT\d\d:\d\dZ 4h$/);
    expect(cloudWatch.alarms.tagsOf(ARN)).toMatchObject({ team: 'pay' });
  });

  test('npm run ack: takes it over by its ARN, and lets it go', async () => {
    await ack(NAME, '--by', '李雷');
    expect((await ack(ARN, '--by', '韩梅梅')).said).toContain(`韩梅梅 has ${NAME}, after 李雷: its reminders say so`);
    expect((await ack(NAME, '--release')).said).toBe(`韩梅梅 has ${NAME} no longer: its reminders call people again`);
    // Its time has ended: a tick finds that, and calls people again.
    expect(tag()).toMatch(/^韩梅梅 \d{4}-\d\d-\d\dT\d\d:\d\dZ 0m$/);
  });

  test('npm run ack: lets go after a while, and nothing of what is over', async () => {
    const time = (minutes: number) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16)}Z`;
    cloudWatch.alarms.tag(ARN, { 'wecom:ack': `李雷 ${time(91)} 4h` });
    await ack(NAME, '--release');
    expect(tag()).toMatch(/^李雷 \S+Z 90m$/);
    expect(await ack(NAME, '--release')).toMatchObject({ code: 0, said: `Nobody had ${NAME}` });
    cloudWatch.alarms.tag(ARN, { 'wecom:ack': `李雷 ${time(60 * 24 * 9)}` });
    await ack(NAME, '--release');
    expect(tag()).toMatch(/^李雷 \S+Z 215h$/);
    cloudWatch.alarms.tag(ARN, { 'wecom:ack': '李雷' });
    await ack(NAME, '--release');
    expect(tag()).toBeUndefined();
  });

  test.each([
    [['whole', '--by', '李雷'], 1, 'Cannot take whole as it must be in ALARM: current state is OK'],
    [['whole-2', '--by', '李雷'], 1, 'Cannot find the alarm whole-2 in this account and region'],
    [[ARN.replace('1111', '9999'), '--by', '李雷'], 1, 'Cannot find the alarm arn:aws:cloudwatch:'],
    [[NAME, '--for', 'ever'], 2, 'Cannot read --for as it must be a time such as 30m, 4h or 1d'],
    [[NAME, '--by', '<>'], 2, 'Cannot read --by as it must hold letters or digits'],
    [['two', 'alarms'], 2, 'it takes one alarm, in quotes if its name has spaces: current number is 2'],
  ])('npm run ack: %j changes nothing, and says why', async (args, code, words) => {
    const ended = await ack(...args);
    expect(ended.code).toBe(code);
    expect(ended.said).toContain(words);
    expect(tag()).toBeUndefined();
  });

  test('npm run ack: what AWS refuses is told', async () => {
    cloudWatch.faults.keep({ kind: 'AccessDeniedException', of: 'TagResource' });
    const { code, said } = await ack(NAME, '--by', '李雷');
    expect([code, said]).toEqual([
      1,
      expect.stringContaining(
        'Cannot set who has the alarm as the permission is missing: have it added to your role or user (AccessDenied',
      ),
    ]);
  });
});
