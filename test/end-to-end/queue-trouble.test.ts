import { afterAll, beforeAll, expect, test } from 'vitest';
import { SqsError } from '../../local/sqs/error.js';
import { leaks } from './leaks.js';
import { pushEvent, type QueueBench, SECRET_ID, startQueueBench } from './queue-bench.js';

const PACE_MS = 3400;
const SECOND = 1000;

let bench: QueueBench;

beforeAll(async () => {
  bench = await startQueueBench('busy', 'content', 'limited', 'killed', 'unparked');
});
afterAll(() => bench.close());

const to = (robot: string, id: string) => pushEvent(bench, id, { push_message: id, robot });
/** Puts a body on the queue as nobody of ours would. */
const putOnQueue = (body: string, dedupId: string, groupId = 'default') =>
  bench.queue.send({ body, groupId, dedupId, attributes: {} });
const parked = () =>
  bench.deadLetters.messages().map(({ body, attributes }) => {
    const value = (name: string) => attributes[name]?.StringValue ?? '';
    return { body, code: value('code'), reason: value('reason'), time: value('time') };
  });

test('queue: what a key without a robot cannot post is parked with code, reason and time; the default group is told once', async () => {
  const before = bench.time.clock.now();
  await bench.notify([to('gone', 'gone-1'), to('gone', 'gone-2')]);
  await bench.drained();
  // It is one process that remembers: while it has not returned yet, another would take the next batch, and tell again.
  await expect.poll(() => bench.deliver.busy()).toEqual([]);
  await bench.notify(to('gone', 'gone-3'));
  await bench.drained();
  expect(parked()).toHaveLength(3);
  expect(parked()[0]?.body).toContain('gone-1');
  expect(parked()[0]).toMatchObject({ code: 'wecom:93000', reason: expect.stringContaining('webhook 地址无效') });
  const parkedAt = Date.parse(parked()[0]?.time ?? '');
  expect(parkedAt).toBeGreaterThanOrEqual(before);
  expect(parkedAt).toBeLessThanOrEqual(bench.time.clock.now());
  expect(bench.contents('default')).toEqual(['⚠️ 机器人“gone”已失效（93000），2 条消息已存入死信队列']);
});

test('queue: a body that is unreadable or of a newer version is parked, and holds back no other', async () => {
  bench.deadLetters.purge();
  putOnQueue('不是我们的', 'unreadable');
  putOnQueue(JSON.stringify({ v: 99 }), 'newer');
  await bench.notify(to('default', '其余照发'));
  await bench.drained();
  expect(parked().map(({ code }) => code)).toEqual(['UnreadableBodyError', 'UnreadableBodyError']);
  expect(parked()[1]?.reason).toContain('current value is 99');
  expect(bench.contents('default')).toContain('其余照发');
});

test.concurrent('queue: what fails comes again together after a pause, and then in halves, so that one cannot hold up the others', async () => {
  bench.wecom.faults.next({ kind: -1, robot: 'busy', count: 3 });
  await bench.notify(['甲', '乙', '丙'].map((id) => to('busy', id)));
  await bench.drained('busy');
  // The half that failed comes after the one that went through.
  expect(bench.contents('busy')).toEqual(['丙', '甲', '乙']);
  const [first = 0, ...rest] = bench.pauses('busy');
  expect(first).toBeGreaterThanOrEqual(4 * SECOND);
  for (const pause of rest) expect(pause).toBeGreaterThanOrEqual(PACE_MS);
});

test.concurrent('queue: a merged message that is refused for its content is sent again one by one', async () => {
  bench.wecom.faults.next({ kind: 40058, robot: 'content' });
  await bench.notify(['一', '二', '三'].map((id) => to('content', id)));
  await bench.drained('content');
  expect(bench.contents('content')).toEqual(['一', '二', '三']);
  expect(parked().filter(({ body }) => body.includes('"robot":"content"'))).toEqual([]);
});

test('queue: what cannot be parked stays on the queue until it can', async () => {
  bench.deadLetters.purge();
  let isDown = true;
  bench.refuseWith((action) =>
    isDown && action === 'SendMessage' ? new SqsError('ServiceUnavailable', 'not now') : undefined,
  );
  putOnQueue('不是我们的', 'unparked', 'unparked');
  while (bench.batches.at(-1)?.failed.length !== 1) await bench.time.clock.sleep(100);
  expect(bench.queue.messages()).toHaveLength(1);
  isDown = false;
  await bench.drained();
  bench.refuseWith();
  expect(parked()).toHaveLength(1);
});

test.concurrent('queue: after 45009 the robot rests for more than a minute', async () => {
  bench.wecom.faults.next({ kind: 45009, robot: 'limited' });
  await bench.notify(to('limited', '超频'));
  await bench.drained('limited');
  expect(bench.contents('limited')).toEqual(['超频']);
  expect(bench.pauses('limited')[0]).toBeGreaterThanOrEqual(65 * SECOND);
});

test.concurrent('queue: of a consumer that dies while it posts nothing is lost', async () => {
  bench.wecom.faults.next({ kind: 'silence', robot: 'killed' });
  await bench.notify(to('killed', '未丢失'));
  while (!bench.wecom.attempts.some(({ robot }) => robot === 'killed')) await bench.time.clock.sleep(50);
  for (const index of bench.deliver.busy()) bench.deliver.kill(index);
  await bench.drained('killed');
  expect(bench.contents('killed')).toEqual(['未丢失']);
  expect(bench.batches.some(({ error }) => String(error).includes('SIGKILL'))).toBe(true);
});

test('queue: no line shows a key or a token', () => {
  expect(leaks(bench.lines)).toEqual([]);
});

test('queue: while the secret cannot be read nothing is posted, parked or lost', async () => {
  const denied = await startQueueBench();
  denied.secretsManager.setSecret(SECRET_ID, { error: 'AccessDeniedException' });
  await denied.notify(pushEvent(denied, 'secret', { push_message: '密钥恢复后显示' }));
  while (denied.batches.length < 2) await denied.time.clock.sleep(100);
  expect(denied.wecom.attempts).toEqual([]);
  denied.setSecret({ default: denied.keyOf('default') });
  await denied.drained();
  expect(denied.contents('default')).toEqual(['密钥恢复后显示']);
  expect(denied.deadLetters.messages()).toEqual([]);
  await denied.close();
});
