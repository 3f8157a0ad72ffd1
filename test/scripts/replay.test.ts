import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SqsEndpoint, startSqsEndpoint } from '../../local/sqs/endpoint.js';
import { writeQueueBody } from '../../src/queue/body.js';
import { type DeployedFunction, startDeployedFunction } from '../end-to-end/deployed-function.js';
import { type LambdaEndpoint, startLambdaEndpoint } from '../support/lambda-endpoint.js';
import { writtenNotification } from '../support/queue-item.js';
import { runScript } from '../support/run-script.js';

const QUEUES = ['dead.fifo', 'failed.fifo', 'main.fifo'];

let sqs: SqsEndpoint;
let notify: DeployedFunction;
let lambda: LambdaEndpoint;
beforeAll(async () => {
  sqs = await startSqsEndpoint({ queues: QUEUES.map((name) => ({ name })) });
  notify = await startDeployedFunction();
  const variables = { DRAIN_QUEUE_URL: sqs.queueUrl('main.fifo'), DEAD_LETTER_QUEUE_URL: sqs.queueUrl('dead.fifo') };
  const failedArn = 'arn:aws:sqs:ap-southeast-1:111122223333:failed.fifo';
  lambda = await startLambdaEndpoint(
    { 'wecomrobot-prod-notify': (event) => notify.invoke(event) },
    {
      '/2015-03-31/functions/wecomrobot-prod-deliver/configuration': { Environment: { Variables: variables } },
      '/2019-09-25/functions/wecomrobot-prod-notify/event-invoke-config': {
        DestinationConfig: { OnFailure: { Destination: failedArn } },
      },
    },
  );
});
afterAll(() => Promise.all([sqs.close(), notify.close(), lambda.close()]));
beforeEach(() => {
  for (const name of QUEUES) sqs.queue(name).purge();
});

const replay = (...args: readonly string[]) =>
  runScript('scripts/replay.ts', ['--stage', 'prod', ...args], {
    AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
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
    expect(said).toBe('Cannot replay as AWS answered Function not found: wecomrobot-test-deliver');
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

  test('npm run replay: an event that failed is read anew by notify', async () => {
    const record = {
      requestContext: {
        functionArn: 'arn:aws:lambda:…:function:wecomrobot-prod-notify',
        condition: 'RetriesExhausted',
      },
      requestPayload: { push_message: '迟到的消息' },
    };
    put('failed.fifo', JSON.stringify(record), 'one', 'one');
    put('failed.fifo', '{"key1":"value1"}', 'two', 'two');
    const { code, said } = await replay('--queue', 'failed');
    expect(said).toContain('1/2 push_message (RetriesExhausted)');
    expect(said).toContain('not replayed: key1: Cannot read the event');
    expect(said).toContain('1 replayed, 1 not');
    expect(code).toBe(1);
    expect(JSON.stringify(notify.wecom.shown)).toContain('迟到的消息');
    expect(sqs.queue('failed.fifo').messages()).toMatchObject([{ body: '{"key1":"value1"}' }]);
  });

  test.each([
    ['without a queue', []],
    ['with an unknown queue', ['--queue', 'main']],
    ['with an unknown option', ['--queues', 'dead']],
    ['with a code for the failed queue', ['--queue', 'failed', '--code', '93000']],
  ])('npm run replay: %s it says how it is used', async (_, args) => {
    expect(await replay(...args)).toMatchObject({ code: 2, said: expect.stringContaining('--queue dead|failed') });
  });
});
