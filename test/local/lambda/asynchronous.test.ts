import { describe, expect, test } from 'vitest';
import { type EventInvokeConfig, startAsynchronousInvocation } from '../../../local/lambda/asynchronous.js';
import { LambdaServiceError, LambdaThrottledError } from '../../../local/lambda/errors.js';
import type { InvocationRecord } from '../../../local/lambda/invocation-record.js';
import { LambdaInvocationError } from '../../../local/lambda/process.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { LAMBDA } from './event-source-bench.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ARN = 'arn:aws:lambda:ap-southeast-1:111122223333:function:notify';

const fault = new LambdaInvocationError('function', 'NotDeliveredError', 'Cannot queue');
const timeout = new LambdaInvocationError('timeout', 'Sandbox.Timedout', 'Task timed out after 29 seconds');
const throttle = new LambdaThrottledError('Rate Exceeded.');
const broken = new LambdaServiceError('Internal error');

/** A function that fails with these errors, one after another, and then no more. The last one is repeated if `always`. */
function createBench(errors: readonly Error[], config: EventInvokeConfig & { readonly always?: boolean } = {}) {
  const clock = createFakeClock();
  const start = clock.now();
  const invoked: { readonly at: number; readonly requestId: string }[] = [];
  const counted: string[] = [];
  const records: InvocationRecord[] = [];
  const { always = false, ...rest } = config;
  const road = startAsynchronousInvocation({
    functionArn: ARN,
    clock,
    invoke: async (_event, requestId) => {
      const error = errors[invoked.length] ?? (always ? errors.at(-1) : undefined);
      invoked.push({ at: clock.now() - start, requestId });
      if (error) throw error;
    },
    count: (metric, at) => counted.push(`${metric} ${at - start}`),
    onFailure: async (record) => void records.push(record),
    ...rest,
  });
  return { clock, start, road, counted, records, invoked, times: () => invoked.map(({ at }) => at) };
}

describe(`startAsynchronousInvocation (${LAMBDA}/invocation-async-error-handling.html)`, () => {
  test('send: an event that the function handles is invoked once', async () => {
    const { clock, road, counted, records, times } = createBench([]);
    road.send({ one: 1 });
    expect(road.waiting()).toBe(1);
    await clock.advance(6 * HOUR);
    expect([times(), counted, records, road.waiting()]).toEqual([[0], ['AsyncEventsReceived 0'], [], 0]);
  });

  test('send: an error of the function is retried after one minute, then after two, with the same request id', async () => {
    const { clock, road, invoked, times } = createBench([fault, timeout]);
    const requestId = road.send({});
    await clock.advance(HOUR);
    expect(times()).toEqual([0, MINUTE, 3 * MINUTE]);
    expect(new Set(invoked.map((one) => one.requestId))).toEqual(new Set([requestId]));
  });

  test(`send: after the second retry the destination receives Lambda's record (${LAMBDA}/invocation-async-retain-records.html)`, async () => {
    const { clock, start, road, counted, records } = createBench([fault, fault, timeout]);
    const requestId = road.send({ alarm: 'one' });
    await clock.advance(HOUR);
    expect(records).toEqual([
      {
        version: '1.0',
        timestamp: new Date(start + 3 * MINUTE).toISOString(),
        requestContext: {
          requestId,
          functionArn: `${ARN}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
        },
        requestPayload: { alarm: 'one' },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 29 seconds' },
      },
    ]);
    expect(counted).toEqual(['AsyncEventsReceived 0', `AsyncEventsDropped ${3 * MINUTE}`]);
    expect(road.lost).toEqual([]);
  });

  test.each([0, 1])('maximumRetryAttempts: %i', async (maximumRetryAttempts) => {
    const { clock, road, records } = createBench([fault], { always: true, maximumRetryAttempts });
    road.send({});
    await clock.advance(HOUR);
    expect(records.map(({ requestContext }) => requestContext.approximateInvokeCount)).toEqual([
      maximumRetryAttempts + 1,
    ]);
  });

  test.each([
    { fact: 'a throttle', error: throttle },
    { fact: 'an error of Lambda itself', error: broken },
  ])('send: $fact is retried after 1 s, doubled each time up to five minutes, for six hours', async ({ error }) => {
    const { clock, road, records, times } = createBench([error], { always: true });
    road.send({ alarm: 'one' });
    await clock.advance(6 * HOUR - 1);
    const waits = times().map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(waits.slice(0, 12)).toEqual([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((s) => s * SECOND));
    expect(records).toEqual([]);
    const invoked = times().length;
    await clock.advance(HOUR);
    expect(times()).toHaveLength(invoked);
    expect(records).toMatchObject([
      {
        requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 0 },
        requestPayload: { alarm: 'one' },
      },
    ]);
    expect(records[0]).not.toHaveProperty('responsePayload');
  });

  test('send: throttles use up no retry of the function', async () => {
    const { clock, road, records, times } = createBench([throttle, fault, throttle, throttle, fault, fault]);
    road.send({});
    await clock.advance(HOUR);
    expect(times()).toEqual([0, 1, 61, 62, 64, 184].map((s) => s * SECOND));
    expect(records).toMatchObject([{ requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 } }]);
  });

  test('maximumEventAgeMs: an event is given up when it is that old, between two retries too', async () => {
    const { clock, road, records, times } = createBench([fault], { always: true, maximumEventAgeMs: 90 * SECOND });
    road.send({});
    await clock.advance(HOUR);
    expect(times()).toEqual([0, MINUTE]);
    expect(records).toMatchObject([
      {
        requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 2 },
        responsePayload: { errorType: 'NotDeliveredError' },
      },
    ]);
  });

  test('onFailure: a record that the destination does not take is lost and counted', async () => {
    const onFailure = () => Promise.reject(new Error('SQS is down'));
    const { clock, road, counted } = createBench([fault], { maximumRetryAttempts: 0, onFailure });
    road.send({ alarm: 'one' });
    await clock.advance(0);
    expect(road.lost).toMatchObject([{ requestPayload: { alarm: 'one' } }]);
    expect(counted).toEqual(['AsyncEventsReceived 0', 'AsyncEventsDropped 0', 'DestinationDeliveryFailures 0']);
  });

  test('idle: resolves when every event is handled or given up', async () => {
    const { clock, road } = createBench([fault]);
    road.send({});
    road.send({});
    let isIdle = false;
    const idle = road.idle().then(() => {
      isIdle = true;
    });
    await clock.advance(MINUTE - 1);
    expect(isIdle).toBe(false);
    await clock.advance(1);
    await idle;
  });

  test('stop: makes no further attempt, and gives nothing up', async () => {
    const { clock, road, records, times } = createBench([fault], { always: true });
    road.send({});
    await clock.advance(0);
    road.stop();
    await clock.advance(HOUR);
    expect([times(), records, road.waiting()]).toEqual([[0], [], 0]);
  });

  test.each([
    { config: { maximumRetryAttempts: 3 }, says: 'maximumRetryAttempts is 0 to 2: current value is 3' },
    { config: { maximumEventAgeMs: 59_999 }, says: 'maximumEventAgeMs is 60000 to 21600000: current value is 59999' },
  ])('refuses $config, as Lambda does', ({ config, says }) => {
    expect(() => createBench([], config)).toThrow(says);
  });
});
