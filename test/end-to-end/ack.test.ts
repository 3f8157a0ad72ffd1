import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { toHttpApiEvent } from '../../local/group-server/door.js';
import { SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { systemClock } from '../../src/base/clock.js';
import { numberAt, parseObject, textAt } from '../../src/base/json.js';
import { type DeployedFunction, startDeployedFunction } from './deployed-function.js';
import { snsEvent } from './lambda-events.js';

const MINUTE = 60_000;
const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
const URL_OF_DOOR = 'https://abc123def4.execute-api.ap-southeast-1.amazonaws.com';
/** Each test has an alarm of its own, as each has a history. */
let number = 0;
const nameOf = (which: number) => `支付网关 <5xx> & "more" ${which}`;
const nameNow = () => nameOf(number);
const arnNow = () => `arn:aws:cloudwatch:ap-southeast-1:111122223333:alarm:${nameNow()}`;
const LINK = /我来处理：https:\/\/abc123def4\.execute-api\.ap-southeast-1\.amazonaws\.com(\/ack\/[\w-]{28}1)\n/;

const NO_MENTIONS = { all: false, mobiles: [], userIds: [] };

let now = Date.now();
let cloudWatch: CloudWatchEndpoint;
let deployed: DeployedFunction;

beforeAll(async () => {
  cloudWatch = await startCloudWatch('ap-southeast-1:111122223333', { ...systemClock, now: () => now });
  deployed = await startDeployedFunction({
    // Init reads the secret, with whose tokens links are signed.
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    WATCH_TOPICS: TOPIC,
    WATCH_ACKS: 'true',
    ACK_URL: URL_OF_DOOR,
    AWS_REGION: 'ap-southeast-1',
    AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint,
    MENTION_ON_ALARM: '赵敏',
  });
});
afterAll(() => Promise.all([deployed.close(), cloudWatch.close()]));
beforeEach(() => {
  now = Date.now();
  cloudWatch.faults.clear();
});

const shown = (): readonly string[] =>
  deployed.wecom.shown.map(({ message }) => textAt(message, 'text', 'content') ?? '');
const tag = () => cloudWatch.alarms.tagsOf(arnNow())['wecom:ack'];
const logged = (message: string): readonly unknown[] =>
  deployed.lines.map(parseObject).filter((line) => textAt(line, 'message') === message);

/** Sets a new alarm off, and returns the path of the link in its message. */
async function setOff(minutesAgo = 0): Promise<string> {
  number += 1;
  cloudWatch.alarms.put('MetricAlarm', { AlarmName: nameNow(), AlarmActions: [TOPIC] });
  now = Date.now() - minutesAgo * MINUTE;
  cloudWatch.alarms.setState(nameNow(), 'ALARM', 'too much');
  await deployed.invoke(
    snsEvent(
      JSON.stringify({
        AlarmName: nameNow(),
        AlarmArn: arnNow(),
        AWSAccountId: '111122223333',
        NewStateValue: 'ALARM',
        OldStateValue: 'OK',
        NewStateReason: 'too much',
        StateChangeTime: new Date(now).toISOString(),
        Region: 'Asia Pacific (Singapore)',
        Trigger: { MetricName: 'HTTPCode_Target_5XX_Count', Namespace: 'AWS/ApplicationELB' },
      }),
    ),
  );
  now = Date.now();
  return LINK.exec(`${shown().at(-1)}\n`)?.[1] ?? 'no link';
}

interface Answer {
  readonly status: number | undefined;
  readonly page: string;
  readonly headers: unknown;
}

async function visit(path: string, form?: Readonly<Record<string, string>>, cookie?: string): Promise<Answer> {
  const method = form ? 'POST' : 'GET';
  const headers = { host: 'local', 'content-type': 'application/x-www-form-urlencoded' };
  const event = toHttpApiEvent({ method, url: path, headers }, Buffer.from(String(new URLSearchParams(form))), now);
  const answer = await deployed.invoke({ ...event, ...(cookie && { cookies: [cookie] }) });
  const { headers: sent } = answer as { readonly headers: unknown };
  return { status: numberAt(answer, 'statusCode'), page: textAt(answer, 'body') ?? '', headers: sent };
}

test('ack: a red alarm has a link, opening it changes nothing, and one tap takes the alarm', async () => {
  const path = await setOff(64);
  const [before, requests] = [shown().length, cloudWatch.requests.length];
  const { status, page, headers } = await visit(path);
  expect(status).toBe(200);
  expect(page).toContain('<h1>支付网关 &lt;5xx&gt; &amp; &quot;more&quot; 1</h1>');
  expect(page).toContain('告警中，已 1 小时 4 分钟');
  expect(page).toContain('<button name="who" value="赵敏">赵敏</button>');
  expect(headers).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    ),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  });
  expect(cloudWatch.requests.slice(requests).map(({ operation }) => operation)).not.toContain('TagResource');
  expect([tag(), shown().length]).toEqual([undefined, before]);

  const taken = await visit(path, { who: '赵敏', for: '4h' });
  expect([taken.status, taken.page]).toEqual([200, expect.stringContaining('已记下，群里会看到。')]);
  expect(tag()).toMatch(/^赵敏 \d{4}-\d\d-\d\dT\d\d:\d\dZ 4h$/);
  expect(shown().slice(before)).toEqual([
    expect.stringMatching(
      /^⚪ 处理中 \| 支付网关 <5xx> & "more" 1 \| 111122223333 ap-southeast-1\n赵敏 来处理，到 [\d: -]+\nhttps:/,
    ),
  ]);
  expect(deployed.wecom.shown.at(-1)?.mentions).toEqual(NO_MENTIONS);
});

test('ack: the form sent twice tells once; another person sees who has it, and takes it over', async () => {
  const path = await setOff();
  await visit(path, { who: '李雷', for: '' });
  const before = shown().length;
  for (const duration of ['', '', '4h', '']) await visit(path, { who: '李雷', for: duration });
  expect(shown()).toHaveLength(before);
  const { page } = await visit(path);
  expect(page).toMatch(/李雷 处理中（\d\d:\d\d 起，直到恢复）/);
  expect(page).toContain('换人处理：点一下你的名字');
  const { headers } = await visit(path, { name: '韩梅梅', for: '1h' });
  expect(shown().slice(before)).toEqual([expect.stringMatching(/\n韩梅梅 来处理，到 .*（之前：李雷）\n/)]);
  expect(tag()).toMatch(/^韩梅梅 .* 1h$/);
  const cookie = textAt(headers, 'set-cookie') ?? '';
  expect(cookie).toMatch(/^wecom-who=%E9%9F%A9%E6%A2%85%E6%A2%85; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax$/);
  expect((await visit(path, undefined, cookie.split(';')[0])).page).toContain('<button name="who" value="韩梅梅">');
});

test('ack: the reminder of one alarm has the link too, says who has it, and calls nobody', async () => {
  const tick = Math.ceil(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
  for (let earlier = 1; earlier <= number; earlier += 1) cloudWatch.alarms.remove(nameOf(earlier));
  const path = await setOff((Date.now() - tick) / MINUTE + 61);
  await visit(path, { who: '李雷', for: '4h' });
  await deployed.invoke({ wecomrobot: 'tick', time: new Date(tick).toISOString() });
  expect(shown().at(-1)).toMatch(
    /^⏰ 仍在告警 \| .*，已 1 小时(?: \d 分钟)?，李雷 处理中 \|.*\n我来处理：https:.*1\nhttps:/,
  );
  expect(deployed.wecom.shown.at(-1)?.mentions).toEqual(NO_MENTIONS);
});

test('ack: names with markup are told without it, names of nothing but signs are refused', async () => {
  const path = await setOff();
  const before = shown().length;
  const refused = await visit(path, { who: '', name: '<>!' });
  expect([refused.status, refused.page]).toEqual([400, expect.stringContaining('先写上名字')]);
  expect([tag(), shown().length]).toEqual([undefined, before]);
  await visit(path, { name: `<img src=x>@all\n${'雷'.repeat(500)}` });
  expect(tag()).toMatch(/^img src=x@all 雷{26} /);
  expect(shown().at(-1)).toContain('img src=x@all 雷');
  expect(deployed.wecom.shown.at(-1)?.mentions).toEqual(NO_MENTIONS);
});

test('ack: what is over says so, and cannot be taken', async () => {
  const path = await setOff(70);
  now = Date.now() - 30 * MINUTE;
  cloudWatch.alarms.setState(nameNow(), 'OK', 'fine');
  now = Date.now();
  const before = shown().length;
  const recovered = await visit(path, { who: '李雷' });
  expect([recovered.status, recovered.page]).toEqual([410, expect.stringContaining('已恢复，没有要处理的了')]);
  cloudWatch.alarms.setState(nameNow(), 'ALARM', 'again');
  const again = await visit(path, { who: '李雷' });
  expect([again.status, again.page]).toEqual([410, expect.stringContaining('又开始了新的一次')]);
  cloudWatch.alarms.remove(nameNow());
  expect(await visit(path, { who: '李雷' })).toMatchObject({
    status: 410,
    page: expect.stringContaining('<h1>告警已删除</h1>'),
  });
  expect(shown()).toHaveLength(before);
});

test.each(['AccessDeniedException', 'ThrottlingException'] as const)(
  'ack: if the tag cannot be set (%s), the page says what to do, and nobody is told',
  async (kind) => {
    const path = await setOff();
    const [before, lines] = [shown().length, logged('tag not set, nobody has the alarm').length];
    cloudWatch.faults.keep({ kind, of: 'TagResource' });
    const { status, page } = await visit(path, { who: '李雷' });
    expect([status, page]).toEqual([503, expect.stringContaining('npm run ack')]);
    expect(shown()).toHaveLength(before);
    await expect.poll(() => logged('tag not set, nobody has the alarm')).toHaveLength(lines + 1);
  },
);

test('ack: while CloudWatch does not answer, the page says so, and alarms are told as ever', async () => {
  cloudWatch.faults.keep({ kind: 'AccessDeniedException' });
  const path = await setOff();
  expect(path).toMatch(/^\/ack\//);
  expect(await visit(path)).toMatchObject({ status: 503, page: expect.stringContaining('现在读不到告警') });
  cloudWatch.faults.clear();
  cloudWatch.faults.keep({ kind: 'AccessDeniedException', of: 'ListTagsForResource' });
  expect((await visit(path)).status).toBe(200);
});

test('ack: a link that is forged, cut or of another time opens nothing, and asks CloudWatch nothing', async () => {
  const path = await setOff();
  const requests = cloudWatch.requests.length;
  const changed = (at: number) => path.slice(0, at) + (path[at] === 'A' ? 'B' : 'A') + path.slice(at + 1);
  for (const forged of [
    ...[5, 12, 18, 30].map(changed),
    path.slice(0, -1),
    `${path}1`,
    '/ack/',
    `/ack/${'A'.repeat(28)}1`,
  ])
    expect(await visit(forged, { who: '李雷' })).toMatchObject({ status: 404 });
  const old = await setOff(25 * 60);
  expect(await visit(old, { who: '李雷' })).toMatchObject({ status: 410, page: expect.stringContaining('链接已过期') });
  expect(cloudWatch.requests).toHaveLength(requests);
});

test('ack: other methods are refused, and no line or page shows a link or a token', async () => {
  const path = await setOff();
  const event = toHttpApiEvent({ method: 'DELETE', url: path, headers: {} }, Buffer.from(''), now);
  expect(await deployed.invoke(event)).toMatchObject({ statusCode: 405, headers: { allow: 'GET, POST' } });
  const { page } = await visit(path);
  for (const text of [page, deployed.lines.join('\n')]) {
    expect(text).not.toContain(path.slice('/ack/'.length));
    expect(text).not.toContain(SAMPLE_TOKEN);
  }
});
