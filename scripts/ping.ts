import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { adviceOn } from './aws/advice.js';
import { clientOptions } from './aws/client-options.js';
import { regionOf, STACK_OPTIONS, stackNameOf } from './aws/deployment-options.js';
import { opsWarning } from './aws/ops-subscription.js';
import { pingFunction } from './aws/ping-function.js';
import { readStackOutputs, StackError } from './aws/stack-outputs.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run ping',
  about: `Sends ✅ 测试消息 through the deployed function and prints WeCom's answer. Warns if nobody has confirmed the
subscription to the alarms about wecomrobot itself.`,
  options: {
    ...STACK_OPTIONS,
    robot: { type: 'string', value: 'NAME', about: 'the robot that sends it; default: the robot named default' },
  },
  exitCodes: { 0: 'the group shows it', 1: 'it does not' },
} as const satisfies Command;

const { values } = readCommandLine(COMMAND);
const stack = stackNameOf(values.stage);
const client = await clientOptions(COMMAND, await regionOf(COMMAND, values));

/** Prints a warning if nobody is told when wecomrobot itself fails. Never rejects: a ping is about the message. */
async function warnOfOps(): Promise<void> {
  try {
    const { OpsTopicArn } = await readStackOutputs(new CloudFormationClient(client), stack, ['OpsTopicArn']);
    const warning = OpsTopicArn === 'none' ? undefined : await opsWarning(new SNSClient(client), OpsTopicArn);
    if (warning !== undefined) console.error(warning);
  } catch (error) {
    const why = error instanceof StackError ? error.message : adviceOn(error);
    console.error(`Warning: cannot tell if somebody hears when wecomrobot itself fails: ${why}`);
  }
}

const { ok, line } = await pingFunction(new LambdaClient(client), `${stack}-deliver`, values.robot);
if (ok) console.log(line);
else console.error(line);
process.exitCode = ok ? 0 : 1;
if (ok) await warnOfOps();
