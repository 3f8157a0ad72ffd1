import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type StandIns, startStandIns } from '../../local/deployment/stand-ins.js';
import { startEventSourceMapping } from '../../local/lambda/event-source-mapping.js';
import { readSamples } from '../../local/samples/samples.js';
import { sampleKey, sampleSecret } from '../../local/secrets-manager/sample-secret.js';
import { type SqsEndpoint, startSqsEndpoint } from '../../local/sqs/endpoint.js';
import { numberAt } from '../../src/base/json.js';
import { type ExecutionEnvironment, startEnvironment } from './execution-environment.js';
import { leaksIn, linesThatAreNoJson, metricLines, sumOf } from './log-lines.js';

const KEYS = { default: sampleKey(1), dba: sampleKey(2) };
const SECRET_ID = 'wecomrobot/robots';
const COLD_STARTS = 5;

let standIns: StandIns;
let sqs: SqsEndpoint;
const started: ExecutionEnvironment[] = [];
beforeAll(async () => {
  standIns = await startStandIns({
    keys: { [KEYS.default]: 'default', [KEYS.dba]: 'dba' },
    secrets: { [SECRET_ID]: sampleSecret(KEYS) },
    ratePerMinute: 100_000,
  });
  sqs = await startSqsEndpoint({ queues: [{ name: 'dead.fifo' }, { name: 'queue.fifo' }] });
});
afterAll(async () => {
  await Promise.all(started.map((environment) => environment.end()));
  await Promise.all([standIns.close(), sqs.close()]);
});

async function start(
  env: Readonly<Record<string, string>>,
  other: { readonly taskRoot: string; readonly handler: string } | object = {},
) {
  const { taskRoot, handlers } = inject('unpacked');
  const environment = await startEnvironment({
    ...{ taskRoot, handler: handlers['QUEUE_URL' in env ? 'notify' : 'deliver'] },
    ...other,
    runtime: inject('runtime'),
    env: { ...standIns.environment(SECRET_ID), AWS_ENDPOINT_URL_SQS: sqs.endpoint, ...env },
  });
  started.push(environment);
  return environment;
}

/** The variables that tell one function from the other. */
const notifyVariables = () => ({ QUEUE_URL: sqs.queueUrl('queue.fifo'), MENTION_ON_ALARM: '13800138000' });
const deliverVariables = () => ({
  DRAIN_QUEUE_URL: sqs.queueUrl('queue.fifo'),
  DEAD_LETTER_QUEUE_URL: sqs.queueUrl('dead.fifo'),
  WECOM_MIN_INTERVAL_MS: '1',
});

/** Invokes `deliver` with what is on the queue until nothing is. */
async function drain(deliver: ExecutionEnvironment): Promise<void> {
  const queue = sqs.queue('queue.fifo');
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = (event: unknown): Promise<unknown> => {
    before = before.then(async () => {
      const outcome = await deliver.invoke(event, 60_000);
      return outcome.kind === 'response' ? outcome.payload : Promise.reject(new Error(JSON.stringify(outcome)));
    });
    return before;
  };
  const mapping = startEventSourceMapping({ queue, invoke: inTurn, maximumConcurrency: 2 });
  await expect.poll(() => queue.messages().length, { timeout: 50_000 }).toBe(0);
  await mapping.stop();
}

describe('the packaged function, under AWS’s runtime client', () => {
  test('the packaged function: every sample goes by way of the queue to the group', async () => {
    const [notify, deliver] = await Promise.all([start(notifyVariables()), start(deliverVariables())]);
    const samples = (await readSamples()).flatMap((folder) => folder.samples);
    const failed: unknown[] = [];
    for (const { file, event } of samples) {
      const outcome = await notify.invoke(event);
      const isTaken = outcome.kind === 'response' && (numberAt(outcome.payload, 'statusCode') ?? 200) < 300;
      if (!isTaken) failed.push([file, outcome]);
    }
    expect(failed).toEqual([]);
    const queued = sqs.queue('queue.fifo').messages().length;
    expect(queued).toBeGreaterThan(samples.length / 2);

    await drain(deliver);
    expect(sumOf('delivered', deliver.lines)).toBe(queued);
    expect(sqs.queue('dead.fifo').messages()).toEqual([]);
    expect(standIns.wecom.shown.length).toBeGreaterThan(0);

    const lines = [...notify.lines, ...deliver.lines];
    expect(linesThatAreNoJson(lines)).toEqual([]);
    expect(metricLines(lines).length).toBeGreaterThanOrEqual(2 * queued);
    expect(leaksIn(lines, Object.values(KEYS))).toEqual([]);
  });

  test('the packaged function: posts at once what it is invoked with plainly', async () => {
    const deliver = await start(deliverVariables());
    const before = standIns.wecom.shown.length;
    const outcome = await deliver.invoke({ push_message: '✅ 测试消息', at_mobiles: '13800138000' });
    expect(outcome).toMatchObject({ kind: 'response', payload: { status: 'delivered' } });
    expect(standIns.wecom.shown.length).toBe(before + 1);
    expect(leaksIn(deliver.lines, Object.values(KEYS))).toEqual([]);
  });

  test('the packaged function: an event that nothing reads is an error that Lambda keeps', async () => {
    const notify = await start(notifyVariables());
    const outcome = await notify.invoke({ key1: KEYS.default, key2: '13800138000' });
    expect(outcome).toMatchObject({ kind: 'error', payload: { errorType: 'UnrecognisedEventError' } });
    expect(leaksIn(notify.lines, Object.values(KEYS))).toEqual([]);
    expect(await notify.invoke({ push_message: '还在' })).toMatchObject({ kind: 'response' });
  });

  test('the packaged function: a wrong setting ends its init with the setting’s name', async () => {
    const notify = await start({ ...notifyVariables(), TIME_ZONE: 'Asia/Peking' });
    expect(notify.initError).toMatchObject({
      kind: 'init-error',
      payload: { errorMessage: expect.stringContaining('Cannot read TIME_ZONE as an IANA time zone') },
    });
    expect(await notify.invoke({ push_message: '没有人' })).toMatchObject({ kind: 'died' });
  });

  test('the packaged function: out of time, it says so before Lambda ends it', async () => {
    const deliver = await start(deliverVariables());
    standIns.wecom.faults.next({ kind: 'silence' });
    const outcome = await deliver.invoke({ push_message: '没有回音' }, 2000);
    expect(outcome).toMatchObject({ kind: 'error', payload: { errorType: 'NotDeliveredError' } });
    expect(sumOf('unconfirmed', deliver.lines)).toBe(1);
  });

  test('the packaged function: ended by Lambda, it starts anew', async () => {
    const deliver = await start(deliverVariables());
    expect(await deliver.invoke({ push_message: '太晚' }, 0)).toEqual({ kind: 'timeout' });
    const another = await start(deliverVariables());
    expect(await another.invoke({ push_message: '新的' })).toMatchObject({ payload: { status: 'delivered' } });
  });
});

describe('cold starts', () => {
  test('cold starts: init ends within Lambda’s ten seconds', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'wecomrobot-empty-'));
    await writeFile(join(empty, 'index.mjs'), 'export const handler = async () => {};\n');
    const medianOf = async (run: () => Promise<ExecutionEnvironment>): Promise<number> => {
      const times: number[] = [];
      for (let index = 0; index < COLD_STARTS; index += 1) times.push((await run()).initMs);
      return times.toSorted((one, other) => one - other)[Math.floor(COLD_STARTS / 2)] ?? 0;
    };
    const [bare, notify, deliver] = [
      await medianOf(() => start({}, { taskRoot: empty, handler: 'index.handler' })),
      await medianOf(() => start(notifyVariables())),
      await medianOf(() => start(deliverVariables())),
    ];
    await rm(empty, { recursive: true });
    const figures = { 'an empty handler': bare, notify, deliver };
    for (const [name, ms] of Object.entries(figures)) console.log(`cold init of ${name}: ${ms.toFixed(0)} ms`);
    expect(Math.max(notify, deliver)).toBeLessThan(10_000);
  });
});
