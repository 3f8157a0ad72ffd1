import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type S3Endpoint, startS3Endpoint } from '../../local/s3/endpoint.js';
import { type SqsEndpoint, startSqsEndpoint } from '../../local/sqs/endpoint.js';
import { HEARTBEAT_GROUP, writeHeartbeat } from '../../src/domain/heartbeat.js';
import { writeQueueBody } from '../../src/queue/message/queue-body.js';
import { type DeployedFunction, startDeployedFunction } from '../end-to-end/deployed-function.js';
import { type LambdaEndpoint, startLambdaEndpoint } from '../support/lambda-endpoint.js';
import { writtenNotification } from '../support/queue-item.js';
import { runScript } from '../support/run-script.js';
import { type StackEndpoint, startStackEndpoint } from '../support/stack-endpoint.js';

const BUCKET = 'kept';
const QUEUES = ['dead.fifo', 'failed.fifo', 'main.fifo', 'old.fifo'];

let sqs: SqsEndpoint;
let s3: S3Endpoint;
let notify: DeployedFunction;
let lambda: LambdaEndpoint;
let stacks: StackEndpoint;
beforeAll(async () => {
  sqs = await startSqsEndpoint({ queues: QUEUES.map((name) => ({ name })) });
  s3 = await startS3Endpoint({ buckets: [BUCKET] });
  notify = await startDeployedFunction();
  lambda = await startLambdaEndpoint({ 'wecomrobot-prod-notify': (event) => notify.invoke(event) });
  const outputs = {
    QueueUrl: sqs.queueUrl('main.fifo'),
    DeadLetterQueueUrl: sqs.queueUrl('dead.fifo'),
    FailedQueueUrl: sqs.queueUrl('failed.fifo'),
  };
  stacks = await startStackEndpoint({
    'wecomrobot-prod': { ...outputs, FailedEventBucketName: BUCKET },
    'wecomrobot-old': outputs,
  });
});
afterAll(() => Promise.all([sqs, s3, notify, lambda, stacks].map((one) => one.close())));
beforeEach(() => {
  for (const name of QUEUES) sqs.queue(name).purge();
  for (const { key } of kept()) s3.bucket(BUCKET).remove(key);
  s3.faults.clear();
});

const kept = () => s3.bucket(BUCKET).list().objects;
const replay = (...args: readonly string[]) =>
  runScript('scripts/replay.ts', ['--stage', 'prod', ...args], {
    AWS_ENDPOINT_URL_CLOUDFORMATION: stacks.endpoint,
    AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
  });
const put = (queue: string, body: string, groupId: string, dedupId: string, code?: string): void => {
  const attributes = code ? { code: { DataType: 'String', StringValue: code } } : {};
  sqs.queue(queue).send({ body, groupId, dedupId, attributes });
};

describe('npm run replay', () => {
  test('npm run replay: a stage that is not deployed is told in one line', async () => {
    const { code, said } = await replay('--queue', 'dead', '--stage', 'test');
    expect(code).toBe(1);
    expect(said).toBe(
      'Cannot read the stack wecomrobot-test as it is not in this account and region: deploy it, or set --stage and --region (ValidationError)',
    );
  });

  test('npm run replay: a stack of an earlier version, which has no bucket, is told in one line', async () => {
    const { code, said } = await replay('--queue', 'failed', '--stage', 'old');
    expect(code).toBe(1);
    expect(said).toContain('wecomrobot-old as it has no output FailedEventBucketName: deploy it with this version');
  });

  test('npm run replay: what WeCom refused for one reason goes back on the main queue', async () => {
    const [body = '', other = ''] = ['one', 'two'].map((id) =>
      writeQueueBody({ notification: writtenNotification(id), queuedAt: 0 }),
    );
    put('dead.fifo', body, 'default', 'one', 'wecom:93000');
    put('dead.fifo', other, 'default', 'two', 'wecom:40058');
    const { code, said } = await replay('--queue', 'dead', '--code', '93000');
    expect(said).toMatch(/^About 2 messages\n1\/2 default title of one \(wecom:93000 \)\n1 replayed, 0 not$/);
    expect(code).toBe(0);
    expect(sqs.queue('main.fifo').messages()).toMatchObject([{ body, groupId: 'default' }]);
    expect(sqs.queue('dead.fifo').messages()).toHaveLength(1);
  });

  test('npm run replay: a heartbeat that was received too often is dropped', async () => {
    put('dead.fifo', writeHeartbeat({ at: 0 }), HEARTBEAT_GROUP, 'heartbeat');
    const { code, said } = await replay('--queue', 'dead');
    expect(said).toBe('About 1 messages\n1/1 heartbeat, dropped as it is old\n1 replayed, 0 not');
    expect(code).toBe(0);
    for (const name of ['main.fifo', 'dead.fifo']) expect(sqs.queue(name).messages()).toEqual([]);
  });

  const record = (requestPayload: unknown) =>
    JSON.stringify({
      version: '1.0',
      requestContext: {
        functionArn: 'arn:aws:lambda:…:function:wecomrobot-prod-notify',
        condition: 'RetriesExhausted',
      },
      requestPayload,
    });
  const keep = (second: number, body: string): string => {
    const key = `aws/lambda/async/wecomrobot-prod-notify/2026/11/22/2026-11-22T12.00.0${second}-0f0e`;
    s3.putObject(BUCKET, key, body);
    return key;
  };

  test('npm run replay: what could not be queued is read anew by notify, oldest first; what it cannot read stays', async () => {
    const before = notify.wecom.shown.length;
    keep(3, record({ push_message: '第二条' }));
    keep(1, record({ push_message: '第一条' }));
    const unreadable = keep(2, record({ key1: 'value1' }));
    const { code, said } = await replay('--queue', 'failed');
    expect(said.split('\n')).toEqual([
      '3 events in the bucket',
      '1/3 push_message (RetriesExhausted)',
      expect.stringContaining('not replayed: key1 (RetriesExhausted): Cannot read the event'),
      '3/3 push_message (RetriesExhausted)',
      'About 0 messages',
      '2 replayed, 1 not',
    ]);
    expect(code).toBe(1);
    const shown = JSON.stringify(notify.wecom.shown.slice(before));
    expect(shown.indexOf('第一条')).toBeGreaterThan(0);
    expect(shown.indexOf('第二条')).toBeGreaterThan(shown.indexOf('第一条'));
    expect(kept().map(({ key }) => key)).toEqual([unreadable]);
  });

  test('npm run replay: with --dry-run the bucket is only listed', async () => {
    keep(1, record({ push_message: '留着' }));
    const before = notify.wecom.shown.length;
    const { code, said } = await replay('--queue', 'failed', '--dry-run');
    expect(said).toContain('would replay push_message (RetriesExhausted)');
    expect([code, kept().length, notify.wecom.shown.length]).toEqual([0, 1, before]);
  });

  test('npm run replay: what was handed over and cannot be deleted is told', async () => {
    keep(1, record({ push_message: '删不掉' }));
    s3.faults.keep({ kind: 'AccessDenied', of: 'DeleteObject' });
    const { code, said } = await replay('--queue', 'failed');
    expect(said).toContain('replayed, but not deleted: push_message (RetriesExhausted): The request was refused');
    expect([code, kept().length]).toEqual([1, 1]);
  });

  test('npm run replay: an event that SNS or EventBridge could not hand over is read by notify', async () => {
    put('failed.fifo', JSON.stringify({ push_message: '迟到的消息' }), 'one', 'one');
    put('failed.fifo', record({ push_message: '旧版留下的消息' }), 'two', 'two');
    put('failed.fifo', '{"key1":"value1"}', 'three', 'three');
    const { code, said } = await replay('--queue', 'failed');
    expect(said).toContain('1/3 push_message');
    expect(said).toContain('2/3 push_message (RetriesExhausted)');
    expect(said).toContain('not replayed: key1: Cannot read the event');
    expect(said).toContain('2 replayed, 1 not');
    expect(code).toBe(1);
    const shown = JSON.stringify(notify.wecom.shown);
    expect(shown).toContain('迟到的消息');
    expect(shown).toContain('旧版留下的消息');
    expect(sqs.queue('failed.fifo').messages()).toMatchObject([{ body: '{"key1":"value1"}' }]);
  });

  test('npm run replay: ticks of reminders are dropped and counted, whichever place kept them, and no other schedule’s event', async () => {
    const before = notify.wecom.shown.length;
    const tick = { wecomrobot: 'tick', time: '2026-11-22T12:00:00Z' };
    const scheduled = (rule: string) =>
      JSON.stringify({
        version: '0',
        id: rule,
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: '111122223333',
        time: '2026-11-22T12:00:00Z',
        region: 'ap-southeast-1',
        resources: [`arn:aws:events:ap-southeast-1:111122223333:rule/${rule}`],
        detail: {},
      });
    keep(1, record(tick));
    put('failed.fifo', JSON.stringify(tick), 'one', 'tick-1');
    put('failed.fifo', scheduled('wecomrobot-prod-TickRule-1A2B3C4D5E6F'), 'two', 'tick-2');
    put('failed.fifo', scheduled('nightly'), 'three', 'tick-3');
    const { code, said } = await replay('--queue', 'failed');
    expect(said.split('\n').filter((line) => /deleted|dropped|not$/.test(line))).toEqual([
      '1 ticks deleted',
      expect.stringContaining('tick, dropped as it is old'),
      expect.stringContaining('tick, dropped as it is old'),
      '2 ticks deleted',
      '1 replayed, 0 not',
    ]);
    expect([code, kept(), sqs.queue('failed.fifo').messages()]).toEqual([0, [], []]);
    expect(notify.wecom.shown.length - before).toBe(1);
  });

  test('npm run replay: what a removed stack has left behind is named, and goes to the stack of now', async () => {
    const body = writeQueueBody({ notification: writtenNotification('old'), queuedAt: 0 });
    put('old.fifo', body, 'default', 'old');
    put('dead.fifo', body, 'default', 'new');
    const { code, said } = await replay('--queue', 'dead', '--queue-url', sqs.queueUrl('old.fifo'));
    expect([code, said]).toEqual([0, expect.stringContaining('1 replayed, 0 not')]);
    expect(sqs.queue('main.fifo').messages()).toMatchObject([{ body }]);
    expect([sqs.queue('old.fifo'), sqs.queue('dead.fifo')].map((queue) => queue.messages().length)).toEqual([0, 1]);
  });

  test('npm run replay: of failed events only the place that is named is emptied', async () => {
    keep(1, record({ push_message: '旧桶里的' }));
    put('failed.fifo', JSON.stringify({ push_message: '队列里的' }), 'named', 'named');
    const { code, said } = await replay('--queue', 'failed', '--bucket', BUCKET);
    expect([code, said]).toEqual([0, expect.stringMatching(/^1 events in the bucket\n.*\n1 replayed, 0 not$/)]);
    expect([kept().length, sqs.queue('failed.fifo').messages().length]).toEqual([0, 1]);
  });

  test('npm run replay: the main queue is not replayed into itself', async () => {
    const { code, said } = await replay('--queue', 'dead', '--queue-url', sqs.queueUrl('main.fifo'));
    expect([code, said]).toEqual([2, expect.stringContaining('--queue-url must not be where messages go')]);
  });

  test.each([
    ['with a bucket for what WeCom refused', ['--queue', 'dead', '--bucket', 'kept']],
    ['without a queue', []],
    ['with an unknown queue', ['--queue', 'main']],
    ['with an unknown option', ['--queues', 'dead']],
    ['with a code for the failed queue', ['--queue', 'failed', '--code', '93000']],
  ])('npm run replay: %s it says how it is used', async (_, args) => {
    expect(await replay(...args)).toMatchObject({ code: 2, said: expect.stringContaining('--queue dead|failed') });
  });
});
