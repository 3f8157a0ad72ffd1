import type { SNSClient } from '@aws-sdk/client-sns';
import type { FailedBucket } from '../../../../scripts/aws/failed-bucket.js';
import type { HeldMessage, HeldQueue } from '../../../../scripts/aws/held-queue.js';
import { opsWarning } from '../../../../scripts/aws/ops-subscription.js';
import { pingFunction } from '../../../../scripts/aws/ping-function.js';
import { replayBucket } from '../../../../scripts/aws/replay-bucket.js';
import { replayQueue } from '../../../../scripts/aws/replay-queue.js';
import { readStackOutputs } from '../../../../scripts/aws/stack-outputs.js';
import { takeAlarm } from '../../../../scripts/aws/take-alarm.js';
import type { OPERATING } from '../../../../scripts/errors-page/operating.js';
import { runScript } from '../../../support/run-script.js';
import { startStackEndpoint } from '../../../support/stack-endpoint.js';
import { type Provocations, REGION, refusing } from './provoke.js';

const ping = async (client: object): Promise<string> =>
  (await pingFunction(client as never, 'wecomrobot-dev-deliver', undefined)).line;
const answering = (payload: unknown, FunctionError?: string) => ({
  send: async () => ({ FunctionError, Payload: { transformToString: () => JSON.stringify(payload) } }),
});

const ALARM = {
  AlarmName: 'web',
  AlarmArn: `arn:aws:cloudwatch:${REGION}:111122223333:alarm:web`,
  StateValue: 'OK',
  StateUpdatedTimestamp: new Date(0),
};
const take = (answer: object) => async () => {
  const client = { send: async () => answer };
  const wish = { kind: 'take', who: '李雷' } as const;
  return (await takeAlarm(client, 'web', wish, { now: 0, timeZone: 'Asia/Shanghai' })).line;
};

/** Runs `npm run replay`, and resolves to what it complains of. */
const replay =
  (...args: readonly string[]) =>
  async () =>
    (await runScript('scripts/replay.ts', args, {})).err;

const subscriptions = (Subscriptions: readonly object[]) => () => {
  const sns = { send: async () => ({ Subscriptions }) } as unknown as Pick<SNSClient, 'send'>;
  return opsWarning(sns, `arn:aws:sns:${REGION}:111122223333:ops`);
};

/** Replays `failed` from a bucket that holds this. Resolves to the line about it. */
const kept = (body: object) => async () => {
  const bucket: FailedBucket = {
    keys: async () => ['2026/11/22/one.json'],
    read: async () => JSON.stringify(body),
    remove: async () => undefined,
  };
  const lines: string[] = [];
  await replayBucket({ bucket, handOver: async () => undefined, print: (line) => lines.push(line) });
  return lines.find((line) => line.startsWith('not replayed'));
};

/** Replays a message that comes back, as it is refused again. */
async function refusedAgain(): Promise<string | undefined> {
  const message: HeldMessage = { id: '1', receipt: 'r', body: 'x', groupId: 'default', sentAt: 0, attributes: {} };
  const left = [[message], [{ ...message, id: '2' }]];
  const queue: HeldQueue = {
    count: async () => 1,
    take: async () => left.shift() ?? [],
    release: async () => undefined,
    remove: async () => undefined,
    putLast: async () => '',
  };
  const lines: string[] = [];
  await replayQueue({
    queue,
    handOver: async () => undefined,
    describe: () => 'default 磁盘 (wecom:93000 key)',
    print: (line) => lines.push(line),
  });
  return lines.find((line) => line.startsWith('refused again'));
}

/** Replays from the queue where messages go. */
async function replayItself(): Promise<string> {
  const QueueUrl = `https://sqs.${REGION}.amazonaws.com/111122223333/main.fifo`;
  const stacks = await startStackEndpoint({ 'wecomrobot-dev': { QueueUrl, DeadLetterQueueUrl: `${QueueUrl}-dead` } });
  const env = { AWS_ENDPOINT_URL_CLOUDFORMATION: stacks.endpoint };
  const { err } = await runScript('scripts/replay.ts', ['--queue', 'dead', '--queue-url', QueueUrl], env);
  await stacks.close();
  return err;
}

/** A way to each error of ping, replay and ack. */
export const operating: Provocations<typeof OPERATING> = {
  scriptArguments: {
    file: 'test/scripts/command-line/read-command-line.test.ts',
    words: 'Cannot run the script as its arguments are wrong: ',
  },
  pingNotThere: () => ping(refusing('ResourceNotFoundException')),
  pingDenied: () => ping(refusing('AccessDeniedException')),
  pingNotDelivered: () => ping(answering({ status: 'queued' })),
  pingRefused: async ({ deployed }) => {
    const event = { push_message: '✅', robot: 'gone' };
    const said = await deployed.invoke(event).catch((error: unknown) => ({ errorMessage: (error as Error).message }));
    return ping(answering(said, 'Unhandled'));
  },
  pingUnconfirmed: subscriptions([{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'a@example.com' }]),
  pingNobody: subscriptions([]),
  pingUnsure: {
    file: 'test/scripts/ping.test.ts',
    words: 'Warning: cannot tell if somebody hears when wecomrobot itself fails: ',
  },
  stackNotThere: () => readStackOutputs(refusing('ValidationError'), 'wecomrobot-dev', ['QueueUrl']),
  stackOld: () => readStackOutputs({ send: async () => ({ Stacks: [] }) } as never, 'wecomrobot-dev', ['QueueUrl']),
  replayQueue: replay(),
  replayItself,
  replayCode: replay('--queue', 'failed', '--code', '93000'),
  replayBucket: replay('--queue', 'dead', '--bucket', 'kept'),
  replayAgain: refusedAgain,
  replayRecord: kept({ a: 1 }),
  replayNoEvent: kept({ requestContext: { functionArn: 'arn:…' } }),
  ackArguments: {
    file: 'test/scripts/ack.test.ts',
    words: 'it takes one alarm, in quotes if its name has spaces: current number is ',
  },
  ackBy: { file: 'test/scripts/ack.test.ts', words: 'Cannot read --by as it must hold letters or digits' },
  ackFor: { file: 'test/scripts/ack.test.ts', words: 'Cannot read --for as it must be a time such as 30m, 4h or 1d' },
  ackNotThere: take({}),
  ackOk: take({ MetricAlarms: [ALARM] }),
};
