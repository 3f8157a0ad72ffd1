import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CloudWatchEndpoint, startCloudWatch } from '../../local/cloudwatch/endpoint.js';
import { functionFile } from '../../local/lambda/function-file.js';
import { startSqsEndpoint } from '../../local/sqs/endpoint.js';
import { systemClock } from '../../src/base/clock.js';
import { parseObject, textAt } from '../../src/base/json.js';
import { builtFolder, type DeployedFunction, startDeployedFunction } from './deployed-function.js';

const WITH_LAYER = fileURLToPath(new URL('../support/with-layer.mjs', import.meta.url));
const MINUTE = 60_000;
const TOPIC = 'arn:aws:sns:ap-southeast-1:111122223333:ops';
/** The next tick, whose time is the summary's: it is not its last try. */
const TICK = Math.ceil(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
const TICK_EVENT = { wecomrobot: 'tick', time: new Date(TICK).toISOString() };
const clockTime = (at: number): string => new Date(at).toISOString().slice(11, 16);

let now = TICK - 30 * MINUTE;
let folder: string;
let cloudWatch: CloudWatchEndpoint;
let deployed: DeployedFunction;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-summary-'));
  const at = new Date(TICK).getUTCHours() * 60 + new Date(TICK).getUTCMinutes();
  await mkdir(join(folder, 'wecomrobot'), { recursive: true });
  await writeFile(
    join(folder, 'wecomrobot/routes.json'),
    JSON.stringify({ rules: [], accounts: {}, summary: [{ at, timeZone: 'UTC' }] }),
  );
  cloudWatch = await startCloudWatch('ap-southeast-1:111122223333', { ...systemClock, now: () => now });
  cloudWatch.alarms.put('MetricAlarm', { AlarmName: 'pay-5xx', AlarmActions: [TOPIC], Namespace: 'AWS/RDS' });
  cloudWatch.alarms.setState('pay-5xx', 'ALARM', 'too much');
  now = TICK;
  deployed = await startDeployedFunction(
    {
      ...{
        LAYER: folder,
        BUNDLE: functionFile(await builtFolder(), 'direct'),
        WATCH_TOPICS: TOPIC,
        AWS_REGION: 'ap-southeast-1',
      },
      ...{ AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint, MESSAGE_LANGUAGE: 'en', TIME_ZONE: 'UTC' },
    },
    WITH_LAYER,
  );
});
afterAll(async () => {
  await Promise.all([deployed.close(), cloudWatch.close()]);
  await rm(folder, { recursive: true });
});

const shown = (): readonly string[] =>
  deployed.wecom.shown.map(({ message }) => textAt(message, 'text', 'content') ?? '');

test('summary: a tick whose reads fail tells none, its repeat tells it, and another repeat not again', async () => {
  cloudWatch.faults.keep({ kind: 'AccessDeniedException', of: 'ListAlarmMuteRules' });
  await expect(deployed.invoke(TICK_EVENT)).rejects.toThrow();
  expect(shown()).toEqual([]);
  cloudWatch.faults.clear();
  await deployed.invoke(TICK_EVENT);
  await deployed.invoke(TICK_EVENT);
  expect(shown()).toHaveLength(1);
  // Within half an hour of midnight the day stands before the time.
  const since = `since (\\d\\d-\\d\\d )?${clockTime(TICK - 30 * MINUTE)} \\(30 min\\)`;
  expect(shown()[0]).toMatch(
    new RegExp(`^🔴 Alarm summary \\| 1 in alarm \\| 111122223333 ap-southeast-1\n🔴 pay-5xx, ${since}\nSince `),
  );
  expect(shown()[0]).toContain(
    '1 alarm 1 time, 30 min in all\n· pay-5xx: 1 time, 30 min\nRead: ap-southeast-1\nhttps:',
  );
});

test('summary: with a queue it counts what the dead-letter queue holds, and goes by the queue itself', async () => {
  const sqs = await startSqsEndpoint({ queues: [{ name: 'dead.fifo' }, { name: 'way.fifo' }], clock: systemClock });
  const queuing = await startDeployedFunction(
    {
      ...{
        LAYER: folder,
        BUNDLE: functionFile(await builtFolder(), 'notify'),
        WATCH_TOPICS: TOPIC,
        AWS_REGION: 'ap-southeast-1',
      },
      ...{ AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint, AWS_ENDPOINT_URL_SQS: sqs.endpoint, TIME_ZONE: 'UTC' },
      ...{ QUEUE_URL: sqs.queueUrl('way.fifo'), DEAD_LETTER_QUEUE_URL: sqs.queueUrl('dead.fifo') },
    },
    WITH_LAYER,
  );
  try {
    sqs.queue('dead.fifo').send({ body: '{}', groupId: 'default', dedupId: 'one', attributes: {} });
    await queuing.invoke(TICK_EVENT);
    const bodies = sqs
      .queue('way.fifo')
      .messages()
      .map(({ body }) => parseObject(body));
    expect(bodies.map((body) => textAt(body, 'notification', 'title'))).toEqual(['1 个告警中，1 条消息未发出']);
  } finally {
    await Promise.all([queuing.close(), sqs.close()]);
  }
});
