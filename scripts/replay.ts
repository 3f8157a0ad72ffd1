import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { arrayAt, parseObject, textAt } from '../src/base/json.js';
import { misuse, readOptions, regionOf, STACK_OPTIONS, stackNameOf } from './aws/deployment-options.js';
import { describeFailedEvent, failedEvent } from './aws/failed-event.js';
import { copyOf, createHeldQueue, type HeldMessage } from './aws/held-queue.js';
import { type ReplayOptions, replayQueue } from './aws/replay-queue.js';
import { findQueues } from './aws/stack-queues.js';

const USAGE = `npm run replay -- --queue dead|failed [--stage dev] [--region cn-north-1] [--code 93000] [--dry-run]

dead: puts messages that WeCom refused back on the main queue; --code picks those parked for one reason:
WeCom's errcode (93000 or wecom:93000), http:404, robot-missing, or the name of an error.
failed: invokes notify with the events that could not be handed over or read.
Oldest first; a message is deleted once it is taken. --dry-run only lists (of each robot the first ten).`;

const values = readOptions(
  {
    ...STACK_OPTIONS,
    queue: { type: 'string' },
    code: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  USAGE,
);
const stack = stackNameOf(values.stage);
const client = { region: regionOf(values.region) };
const [lambda, sqs] = [new LambdaClient(client), new SQSClient(client)];

/** Title and robot of a message of ours, and why it was parked. */
function describeParked({ body, groupId, attributes }: HeldMessage): string {
  const title = textAt(parseObject(body), 'notification', 'title')?.slice(0, 60) ?? 'unreadable';
  const { code = 'received too often', reason = '' } = attributes;
  return `${decodeURIComponent(groupId ?? '')} ${title} (${code} ${reason})`;
}

async function invokeNotify({ body }: HeldMessage): Promise<void> {
  const Payload = JSON.stringify(failedEvent(body));
  const answer = await lambda.send(new InvokeCommand({ FunctionName: `${stack}-notify`, Payload }));
  const said = parseObject(answer.Payload?.transformToString() ?? '');
  if (answer.FunctionError || arrayAt(said, 'batchItemFailures').length > 0) {
    throw new Error(textAt(said, 'errorMessage') ?? answer.FunctionError ?? 'notify did not take it');
  }
}

type Way = Pick<ReplayOptions, 'queue' | 'handOver' | 'describe'>;

/** From where to where, by `--queue`. */
async function wayOf(name: 'dead' | 'failed'): Promise<Way> {
  const urls = await findQueues(lambda, sqs, stack);
  const queue = createHeldQueue(sqs, urls[name]);
  if (name === 'failed') return { queue, handOver: invokeNotify, describe: ({ body }) => describeFailedEvent(body) };
  const handOver = async (message: HeldMessage): Promise<void> => {
    await sqs.send(copyOf({ ...message, attributes: {} }, urls.queue));
  };
  return { queue, handOver, describe: describeParked };
}

if (values.queue !== 'dead' && values.queue !== 'failed') misuse(USAGE);
if (values.code !== undefined && values.queue === 'failed') misuse(USAGE);
try {
  const { replayed, failed } = await replayQueue({
    ...(await wayOf(values.queue)),
    code: values.code,
    dryRun: values['dry-run'],
    print: (line) => console.log(line),
  });
  console.log(`${replayed} replayed, ${failed} not`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(`Cannot replay as AWS answered ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
