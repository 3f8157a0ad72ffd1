import { LambdaClient } from '@aws-sdk/client-lambda';
import { regionOf, STACK_OPTIONS, stackNameOf } from './aws/deployment-options.js';
import { pingFunction } from './aws/ping-function.js';
import type { Command } from './command-line/command.js';
import { readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run ping',
  about: "Sends ✅ 测试消息 through the deployed function and prints WeCom's answer.",
  options: {
    ...STACK_OPTIONS,
    robot: { type: 'string', value: 'NAME', about: 'the robot that sends it; default: the robot named default' },
  },
  exitCodes: { 0: 'the group shows it', 1: 'it does not' },
} as const satisfies Command;

const { values } = readCommandLine(COMMAND);
const client = new LambdaClient({ region: regionOf(values.region) });
const { ok, line } = await pingFunction(client, `${stackNameOf(values.stage)}-deliver`, values.robot);
if (ok) console.log(line);
else console.error(line);
process.exitCode = ok ? 0 : 1;
