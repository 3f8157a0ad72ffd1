import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { arrayAt, parseObject, textAt } from '../src/base/json.js';
import { HEARTBEAT_GROUP } from '../src/domain/heartbeat.js';
import { adviceOn } from './aws/advice.js';
import { clientOptions } from './aws/client-options.js';
import { regionOf, STACK_OPTIONS, stackNameOf } from './aws/deployment-options.js';
import { createFailedBucket } from './aws/failed-bucket.js';
import { describeFailedEvent, failedEvent } from './aws/failed-event.js';
import { copyOf, createHeldQueue, type HeldMessage } from './aws/held-queue.js';
import { outOfDate } from './aws/out-of-date.js';
import { replayedMessages, titleOfParked } from './aws/parked-messages.js';
import { replayBucket } from './aws/replay-bucket.js';
import { type Replayed, type ReplayOptions, replayQueue } from './aws/replay-queue.js';
import { readStackOutputs, StackError } from './aws/stack-outputs.js';
import type { Command } from './command-line/command.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run replay',
  required: '--queue dead|failed',
  about: `dead: puts messages that WeCom refused back on the main queue; --code selects those with one reason:
WeCom's errcode (93000 or wecom:93000), http:404, robot-missing, or the name of an error.
failed: invokes notify with the events that it could not read or queue, which are kept in S3, and with those that SNS
and EventBridge could not hand over. Heartbeats and ticks among them are dropped, and counted: old ones tell nothing.
Oldest first; a message or record is deleted once it is accepted.`,
  options: {
    queue: { type: 'string', value: 'dead|failed', about: 'the place to empty' },
    ...STACK_OPTIONS,
    code: { type: 'string', value: 'CODE', about: 'only messages with this reason' },
    'queue-url': { type: 'string', value: 'URL', about: 'another queue, that a removed stack has left behind' },
    bucket: { type: 'string', value: 'NAME', about: 'another bucket, likewise' },
    'dry-run': { type: 'boolean', default: false, about: 'only list them (the first ten of each robot)' },
  },
  exitCodes: { 0: 'everything was replayed', 1: 'something was not' },
} as const satisfies Command;

const { values } = readCommandLine(COMMAND);
const stack = stackNameOf(values.stage);
const client = await clientOptions(COMMAND, await regionOf(COMMAND, values));
const [lambda, sqs, s3] = [new LambdaClient(client), new SQSClient(client), new S3Client(client)];
const cloudFormation = new CloudFormationClient(client);

/** A heartbeat gets here if `deliver` did not start for a day. */
const isHeartbeat = ({ groupId }: HeldMessage): boolean => groupId === HEARTBEAT_GROUP;

/** Returns title and robot of a message of ours, and the reason why it was dead-lettered. */
function describeParked(message: HeldMessage): string {
  const { groupId, attributes } = message;
  if (isHeartbeat(message)) return 'heartbeat, dropped as it is old';
  const { code = 'received too often', reason = '' } = attributes;
  return `${decodeURIComponent(groupId ?? '')} ${titleOfParked(message)} (${code} ${reason})`;
}

async function invokeNotify(event: unknown): Promise<void> {
  const Payload = JSON.stringify(event);
  const answer = await lambda.send(new InvokeCommand({ FunctionName: `${stack}-notify`, Payload }));
  const said = parseObject(answer.Payload?.transformToString() ?? '');
  if (answer.FunctionError || arrayAt(said, 'batchItemFailures').length > 0) {
    throw new Error(textAt(said, 'errorMessage') ?? answer.FunctionError ?? 'notify did not accept it');
  }
}

const common: Pick<ReplayOptions, 'dryRun' | 'print'> = {
  dryRun: values['dry-run'],
  print: (line) => console.log(line),
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Replays what WeCom refused. */
async function replayDead(deadUrl: string, queueUrl: string): Promise<Replayed> {
  const handOver = async (message: HeldMessage): Promise<void> => {
    if (isHeartbeat(message)) return;
    for (const { body, deduplicationId } of replayedMessages(message))
      await sqs.send(copyOf({ ...message, body, attributes: {} }, queueUrl, deduplicationId));
  };
  const queue = createHeldQueue(sqs, deadUrl);
  return replayQueue({ ...common, queue, handOver, code: values.code, describe: describeParked });
}

/** Replays the events of a bucket. */
function replayKept(bucketName: string): Promise<Replayed> {
  return replayBucket({ ...common, bucket: createFailedBucket(s3, bucketName), handOver: invokeNotify });
}

/** Replays what SNS and EventBridge could not hand over. Ticks of reminders are dropped. */
async function replayFailed(queueUrl: string): Promise<Replayed> {
  let ticks = 0;
  const handOver = async ({ body }: HeldMessage): Promise<void> => {
    const event = failedEvent(body);
    if (outOfDate(event)) ticks += 1;
    else await invokeNotify(event);
  };
  const describe = ({ body }: HeldMessage): string =>
    outOfDate(parseObject(body)) ? 'tick, dropped as it is old' : describeFailedEvent(body);
  const { replayed, failed } = await replayQueue({
    ...common,
    queue: createHeldQueue(sqs, queueUrl),
    handOver,
    describe,
  });
  if (ticks > 0) console.log(`${ticks} ticks deleted`);
  return { replayed: replayed - ticks, failed };
}

/** Replays one of the places, by `--queue`: those of the stack, or those that are named. */
async function replay(name: 'dead' | 'failed'): Promise<readonly Replayed[]> {
  const { bucket, 'queue-url': url } = values;
  if (name === 'dead') {
    const own = await readStackOutputs(cloudFormation, stack, ['DeadLetterQueueUrl', 'QueueUrl']);
    if (url === own.QueueUrl) misuse(COMMAND, `Cannot replay as --queue-url must not be where messages go: ${url}`);
    return [await replayDead(url ?? own.DeadLetterQueueUrl, own.QueueUrl)];
  }
  const isNamed = url !== undefined || bucket !== undefined;
  const own = isNamed
    ? undefined
    : await readStackOutputs(cloudFormation, stack, ['FailedEventBucketName', 'FailedQueueUrl']);
  const [from, queueUrl] = [bucket ?? own?.FailedEventBucketName, url ?? own?.FailedQueueUrl];
  return [...(from ? [await replayKept(from)] : []), ...(queueUrl ? [await replayFailed(queueUrl)] : [])];
}

if (values.queue !== 'dead' && values.queue !== 'failed')
  misuse(COMMAND, `Cannot replay as --queue must be dead or failed: current value is ${values.queue ?? 'none'}`);
if (values.code !== undefined && values.queue === 'failed')
  misuse(COMMAND, `Cannot replay as the events of the failed queue have no code: current value is ${values.code}`);
if (values.bucket !== undefined && values.queue === 'dead')
  misuse(COMMAND, `Cannot replay as what WeCom refused is in no bucket: current value is ${values.bucket}`);
try {
  const results = await replay(values.queue);
  const [replayed, failed] = [sum(results.map((one) => one.replayed)), sum(results.map((one) => one.failed))];
  console.log(`${replayed} replayed, ${failed} not`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof StackError ? error.message : `Cannot replay as ${adviceOn(error)}`);
  process.exitCode = 1;
}
