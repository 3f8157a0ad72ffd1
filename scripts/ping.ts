import { LambdaClient } from '@aws-sdk/client-lambda';
import { readOptions, regionOf, STACK_OPTIONS, stackNameOf } from './aws/deployment-options.js';
import { pingFunction } from './aws/ping-function.js';

const USAGE = `npm run ping -- [--stage dev] [--region cn-north-1] [--robot default]

Sends ✅ 测试消息 by the deployed function and prints what WeCom said. Exits 1 where the group does not show it.`;

const values = readOptions({ ...STACK_OPTIONS, robot: { type: 'string' } }, USAGE);
const client = new LambdaClient({ region: regionOf(values.region) });
const { ok, line } = await pingFunction(client, `${stackNameOf(values.stage)}-deliver`, values.robot);
if (ok) console.log(line);
else console.error(line);
process.exitCode = ok ? 0 : 1;
