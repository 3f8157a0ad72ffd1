import { afterAll, beforeAll, expect, test } from 'vitest';
import { alarmByAction, alarmByEventBridge, alarmBySns, snsOf } from '../../local/samples/alarm-events.js';
import { SqsError } from '../../local/sqs/error.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { httpApiEvent } from './lambda-events.js';
import { leaks } from './leaks.js';
import { pushEvent, type QueueBench, startQueueBench } from './queue-bench.js';

const MINUTE = 60_000;
const PACE_MS = 3400;

let bench: QueueBench;

beforeAll(async () => {
  bench = await startQueueBench('paced', 'late');
});
afterAll(() => bench.close());

const now = () => bench.time.clock.now();
/** An HTTP request with the four parameters. */
const push = (message: string, over: object = {}) =>
  httpApiEvent({ body: JSON.stringify({ push_message: message, ...over }) });
const idIn = (answer: unknown) => textAt(parseObject(textAt(answer, 'body') ?? ''), 'id') ?? '';
const toRobot = (robot: string, text: string, id: string, agoMs = 0) =>
  pushEvent(bench, id, { push_message: text, robot }, agoMs);

test('queue: HTTP is answered 202 with an id; a line in the log when queued and one when shown bear it', async () => {
  const before = now();
  const answer = await bench.notify(push('你好'));
  await bench.drained();
  const after = now();
  expect(answer).toMatchObject({ statusCode: 202 });
  expect(bench.contents('default')).toEqual(['你好']);
  const lines = () => bench.log(idIn(answer));
  await expect.poll(() => lines().map(({ status }) => status)).toEqual(['queued', 'delivered']);
  const delaySeconds = Number(lines()[1]?.['delaySeconds']);
  expect(delaySeconds).toBeGreaterThanOrEqual(0);
  expect(delaySeconds).toBeLessThanOrEqual(Math.ceil((after - before) / 1000));
});

test('queue: a text of more than ten parts is answered 413, and nothing of it is sent', async () => {
  const before = bench.wecom.attempts.length;
  expect(await bench.notify(push('长'.repeat(10_000)))).toMatchObject({ statusCode: 413 });
  expect(bench.queue.messages()).toEqual([]);
  expect(bench.wecom.attempts).toHaveLength(before);
});

test('queue: while the queue is down HTTP is answered 503, others throw, and both come through afterwards', async () => {
  const event = snsOf('队列恢复后显示', now());
  bench.refuseWith((action) =>
    action === 'SendMessageBatch' ? new SqsError('ServiceUnavailable', 'not now') : undefined,
  );
  expect(await bench.notify(push('未入队'))).toMatchObject({
    statusCode: 503,
    headers: { 'retry-after': expect.anything() },
  });
  await expect(bench.notify(event)).rejects.toMatchObject({ errorType: 'NotDeliveredError' });
  bench.refuseWith();
  await bench.notify(event);
  await bench.drained();
  expect(bench.contents('default')).toContain('队列恢复后显示');
  expect(bench.contents('default')).not.toContain('未入队');
});

test('queue: what SQS takes in part is sent again for that part', async () => {
  const refused: string[] = [];
  const before = bench.contents('default').length;
  bench.refuseWith((action, { MessageBody }) => {
    if (action !== 'SendMessage' || refused.length > 0 || !String(MessageBody).includes('乙')) return undefined;
    refused.push(String(MessageBody));
    return new SqsError('InternalFailure', 'not now');
  });
  await bench.notify([toRobot('default', '甲', 'part-1'), toRobot('default', '乙', 'part-2')]);
  bench.refuseWith();
  await bench.drained();
  expect(refused).toHaveLength(1);
  expect(bench.contents('default').slice(before).join('\n')).toMatch(/^甲\n+乙$/);
});

test('queue: messages of one robot keep its pace, those of another do not wait for it', async () => {
  for (const n of [1, 2, 3]) {
    await bench.notify(toRobot('paced', `第 ${n} 条`, `paced-${n}`));
    while (bench.contents('paced').length < n) await bench.time.clock.sleep(100);
  }
  expect(bench.contents('paced')).toEqual(['第 1 条', '第 2 条', '第 3 条']);
  for (const pause of bench.pauses('paced')) expect(pause).toBeGreaterThanOrEqual(PACE_MS);
});

test('queue: ten alarms that wait together are one message that names each', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `支付网关 ${n}`);
  await bench.notify(names.map((name, n) => alarmByEventBridge({ name, at: now() + n })));
  await bench.drained();
  const content = bench.contents('default').at(-1) ?? '';
  const [headline, ...rows] = content.split('\n');
  expect(headline).toMatch(/^🔴 告警 10 \| 111122223333 ap-southeast-1 \| 支付网关 … \| \d\d:\d\d$/);
  expect(rows.slice(0, names.length)).toEqual(names.map((_, n) => `🔴 ${n}：42 > 10`));
});

test('queue: an alarm by three roads, each twice, is shown once', async () => {
  const alarm = { name: '三条路', at: now() };
  const events = [alarmBySns, alarmByEventBridge, alarmByAction].map((road) => road(alarm));
  for (const event of [...events, ...events]) await bench.notify(event);
  await bench.drained();
  expect(bench.contents('default').filter((content) => content.includes('三条路'))).toHaveLength(1);
});

test('queue: late is said in the first line, and after an hour nobody is mentioned', async () => {
  const everybody = (id: string, agoMs: number) =>
    pushEvent(bench, id, { push_message: `${id}\n第二行`, robot: 'late', is_at_all: 1 }, agoMs);
  for (const event of [
    everybody('on-time', 0),
    everybody('37-minutes', 37 * MINUTE),
    everybody('2-hours', 121 * MINUTE),
  ]) {
    // It is one process that remembers a call: while it has not returned yet, another would take the next batch, and call again.
    await expect.poll(() => bench.deliver.busy()).toEqual([]);
    await bench.notify(event);
    await bench.drained();
  }
  const shown = bench.wecom.shown.filter(({ robot }) => robot === 'late');
  expect(bench.contents('late').map((content) => content.split('\n')[0])).toEqual([
    'on-time',
    // It is rounded to the minute, and grows by what the way takes.
    expect.stringMatching(/^37-minutes（延迟 3[78] 分钟）$/),
    expect.stringMatching(/^2-hours（延迟 2 小时 [12] 分钟）$/),
  ]);
  expect(shown.map(({ mentions }) => mentions.all)).toEqual([true, false, false]);
  await expect.poll(() => bench.log('eb:2-hours', 'delivered')[0]?.['delaySeconds']).toBeGreaterThanOrEqual(121 * 60);
});

test('queue: native messages and parts go alone, in order', async () => {
  const news = { msgtype: 'news', news: { articles: [{ title: '周报', url: 'https://example.com/weekly' }] } };
  const native = pushEvent(bench, 'mixed-2', news);
  const long = `开头${'长'.repeat(1000)}结尾`;
  await bench.notify([
    toRobot('default', '一', 'mixed-1'),
    native,
    toRobot('default', '二', 'mixed-3'),
    toRobot('default', '三', 'mixed-4'),
    toRobot('default', long, 'mixed-5'),
  ]);
  await bench.drained();
  const shown = bench.contents('default').slice(-5);
  expect(shown.slice(0, 3)).toEqual(['一', 'news', '二\n\n三']);
  expect(shown[3]).toMatch(/^开头.*\n\(1\/2\)$/s);
  expect(shown[4]).toMatch(/结尾\n\(2\/2\)$/s);
});

test('queue: no robot was ever faster than WeCom takes, and no line shows a key or a token', () => {
  expect(bench.wecom.attempts.filter(({ errcode }) => errcode === 45009 || errcode === 45033)).toEqual([]);
  expect(leaks(bench.lines)).toEqual([]);
});
