import { afterEach, expect, test } from 'vitest';
import { type Deployment, startDeployment } from '../../local/deployment/deployment.js';
import type { DeploymentOptions } from '../../local/deployment/deployment-options.js';
import { snsOf } from '../../local/samples/alarm-events.js';
import { sampleKey, sampleSecret } from '../../local/secrets-manager/sample-secret.js';
import { scaledTime } from '../../local/time/scaled-time.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { builtFolder } from './deployed-function.js';

/** Waits after a throttle are a second or two; a busy machine must not make `notify` time out. */
const SCALE = 4;
const SECRET_ID = 'wecomrobot/robots';
let deployment: Deployment;
afterEach(() => deployment.close());

async function start(options: Partial<DeploymentOptions> = {}): Promise<Deployment> {
  return startDeployment({
    functionFolder: await builtFolder(),
    secretId: SECRET_ID,
    time: scaledTime(SCALE),
    keys: { [sampleKey(1)]: 'default' },
    secrets: { [SECRET_ID]: sampleSecret({ default: sampleKey(1) }) },
    ...options,
  });
}

const push = (text: string) => snsOf(text, deployment.time.clock.now());
const contents = () => deployment.wecom.shown.map(({ message }) => textAt(message, 'text', 'content'));
const counted = (metric: string) =>
  deployment.metrics
    .filter((datum) => datum.metric === metric && datum.dimensions['FunctionName'] === 'notify')
    .reduce((sum, { value }) => sum + value, 0);

test('publish: an event is shown, after a throttle and an error of Lambda itself as well', async () => {
  deployment = await start();
  deployment.lambdaFaults.next({ kind: 'throttle', of: 'notify' });
  deployment.lambdaFaults.next({ kind: 'service-error', of: 'notify' });
  deployment.publish(push('重试后送达'));
  await deployment.drained();
  expect(contents()).toEqual([expect.stringContaining('重试后送达')]);
  const metrics = ['AsyncEventsReceived', 'Throttles', 'Invocations', 'Errors', 'AsyncEventsDropped'];
  expect(metrics.map(counted)).toEqual([1, 1, 1, 0, 0]);
});

test('publish: what cannot be queued is kept in S3, with the event and the reason', async () => {
  deployment = await start({ asynchronous: { maximumRetryAttempts: 0 } });
  deployment.sqs.faults.keep({ kind: 'AccessDenied', of: 'SendMessage' });
  const event = push('未入队');
  const requestId = deployment.publish(event);
  await deployment.drained();
  const kept = deployment.failedEvents.list().objects;
  expect(kept.map(({ body }) => parseObject(body))).toMatchObject([
    {
      requestContext: { requestId, condition: 'RetriesExhausted', approximateInvokeCount: 1 },
      requestPayload: event,
      responsePayload: { errorType: 'NotDeliveredError' },
    },
  ]);
  expect(['Errors', 'AsyncEventsDropped', 'DestinationDeliveryFailures'].map(counted)).toEqual([1, 1, 0]);
  expect(deployment.metrics.filter(({ metric }) => metric === 'PutRequests')).toMatchObject([
    { namespace: 'AWS/S3', value: 1, dimensions: { BucketName: 'failed-events', FilterId: 'records' } },
  ]);
  expect([contents(), deployment.lostEvents]).toEqual([[], []]);
});

test('publish: a record that S3 does not take either is counted', async () => {
  deployment = await start({ asynchronous: { maximumRetryAttempts: 0 } });
  deployment.sqs.faults.keep({ kind: 'AccessDenied', of: 'SendMessage' });
  deployment.s3.faults.next({ kind: 'AccessDenied', of: 'PutObject' });
  deployment.publish(push('无处可存'));
  await deployment.drained();
  expect(['AsyncEventsDropped', 'DestinationDeliveryFailures'].map(counted)).toEqual([1, 1]);
  expect([deployment.failedEvents.list().objects, deployment.lostEvents.length]).toEqual([[], 1]);
});

test('sqs.faults: while nothing can be received, the event source mapping invokes nobody', async () => {
  deployment = await start();
  const { sqs, queue, batches } = deployment;
  sqs.faults.keep({ kind: 'hang', of: 'ReceiveMessage' });
  await deployment.notify(push('故障期间'));
  expect(queue.waiting).toBe(0);
  expect([batches, queue.messages().length]).toEqual([[], 1]);
  sqs.faults.clear();
  await deployment.drained();
  expect(contents()).toEqual([expect.stringContaining('故障期间')]);
});
