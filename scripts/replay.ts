import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { arrayAt, parseObject, textAt } from '../src/base/json.js';
import { regionOf, STACK_OPTIONS, stackNameOf } from './aws/deployment-options.js';
import { describeFailedEvent, failedEvent } from './aws/failed-event.js';
import { copyOf, createHeldQueue, type HeldMessage } from './aws/held-queue.js';
import { type ReplayOptions, replayQueue } from './aws/replay-queue.js';
import { findQueues } from './aws/stack-queues.js';
import type { Command } from './command-line/command.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run replay',
  required: '--queue dead|failed',
  about: `dead: puts messages that WeCom refused back on the main queue; --code selects those with one reason:
WeCom's errcode (93000 or wecom:93000), http:404, robot-missing, or the name of an error.
failed: invokes notify with the events that could not be handed over or read.
Oldest first; a message is deleted once it is accepted.`,
  options: {
    queue: { type: 'string', value: 'dead|failed', about: 'the queue to empty' },
    ...STACK_OPTIONS,
    code: { type: 'string', value: 'CODE', about: 'only messages with this reason' },
    'dry-run': { type: 'boolean', default: false, about: 'only list them (the first ten of each robot)' },
  },
  exitCodes: { 0: 'everything was replayed', 1: 'something was not' },
} as const satisfies Command;

const { values } = readCommandLine(COMMAND);
const stack = stackNameOf(values.stage);
const client = { region: regionOf(values.region) };
const [lambda, sqs] = [new LambdaClient(client), new SQSClient(client)];

/** Returns title and robot of a message of ours, and the reason why it was dead-lettered. */
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
    throw new Error(textAt(said, 'errorMessage') ?? answer.FunctionError ?? 'notify did not accept it');
  }
}

type Way = Pick<ReplayOptions, 'queue' | 'handOver' | 'describe'>;

/** Resolves to the queue and its destination, by `--queue`. */
async function wayOf(name: 'dead' | 'failed'): Promise<Way> {
  const urls = await findQueues(lambda, sqs, stack);
  const queue = createHeldQueue(sqs, urls[name]);
  if (name === 'failed') return { queue, handOver: invokeNotify, describe: ({ body }) => describeFailedEvent(body) };
  const handOver = async (message: HeldMessage): Promise<void> => {
    await sqs.send(copyOf({ ...message, attributes: {} }, urls.queue));
  };
  return { queue, handOver, describe: describeParked };
}

if (values.queue !== 'dead' && values.queue !== 'failed')
  misuse(COMMAND, `Cannot replay as --queue must be dead or failed: current value is ${values.queue ?? 'none'}`);
if (values.code !== undefined && values.queue === 'failed')
  misuse(COMMAND, `Cannot replay as the events of the failed queue have no code: current value is ${values.code}`);
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
