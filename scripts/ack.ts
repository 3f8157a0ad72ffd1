import { userInfo } from 'node:os';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { parseArn } from '../src/aws/arn.js';
import { systemClock } from '../src/base/clock.js';
import { DEFAULT_TIME_ZONE } from '../src/base/time-zone.js';
import { durationOf, nameForTag } from '../src/watch/ack/ack.js';
import { adviceOn } from './aws/advice.js';
import { clientOptions } from './aws/client-options.js';
import { AWS_OPTIONS, regionOf } from './aws/deployment-options.js';
import { takeAlarm, type Wish } from './aws/take-alarm.js';
import type { Command } from './command-line/command.js';
import { misuse, readCommandLine } from './command-line/read-command-line.js';

const COMMAND = {
  usage: 'npm run ack',
  positionals: 'ALARM',
  about: `Says who has an alarm that is in ALARM, by its name or ARN: its reminders name that person and call nobody until it is
over. Sets the alarm's tag wecom:ack, with your own credentials (cloudwatch:DescribeAlarms, ListTagsForResource, TagResource,
UntagResource).`,
  options: {
    by: { type: 'string', value: 'NAME', about: 'who has it; default: your name on this computer' },
    for: { type: 'string', value: 'TIME', about: 'for so long, 30m, 4h or 1d; default: until the alarm is over' },
    release: { type: 'boolean', default: false, about: 'nobody has it any more' },
    ...AWS_OPTIONS,
  },
  exitCodes: { 0: 'done', 1: 'not done' },
} as const satisfies Command;

const { values, positionals } = readCommandLine(COMMAND);
const [alarm, ...others] = positionals;
if (alarm === undefined || others.length > 0)
  misuse(
    COMMAND,
    `Cannot run the script as it takes one alarm, in quotes if its name has spaces: current number is ${positionals.length}`,
  );

function wishOf(): Wish {
  if (values.release) return { kind: 'release' };
  const who = nameForTag(values.by ?? userInfo().username);
  if (who === undefined) misuse(COMMAND, 'Cannot read --by as it must hold letters or digits');
  const duration = values.for;
  if (duration !== undefined && durationOf(duration) === undefined)
    misuse(COMMAND, `Cannot read --for as it must be a time such as 30m, 4h or 1d: current value is ${duration}`);
  return { kind: 'take', who, duration };
}

const wish = wishOf();
const region = await regionOf(COMMAND, { ...values, region: values.region ?? parseArn(alarm)?.region });
const client = await clientOptions(COMMAND, region);
const moment = { now: systemClock.now(), timeZone: process.env['TIME_ZONE'] || DEFAULT_TIME_ZONE };
try {
  const { ok, line } = await takeAlarm(new CloudWatchClient(client), alarm, wish, moment);
  if (ok) console.log(line);
  else console.error(line);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`Cannot set who has the alarm as ${adviceOn(error)}`);
  process.exitCode = 1;
}
