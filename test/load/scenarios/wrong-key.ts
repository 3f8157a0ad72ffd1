import { SQSClient } from '@aws-sdk/client-sqs';
import { snsOf } from '../../../local/samples/alarm-events.js';
import { sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { copyOf, createHeldQueue } from '../../../scripts/aws/held-queue.js';
import { replayQueue } from '../../../scripts/aws/replay-queue.js';
import { type LoadBench, SECRET_ID, secretOf, startLoadBench } from '../load-bench.js';
import { range, type Scenario, spread, tokenOf } from '../scenario.js';

const MINUTE = 60_000;
const BEFORE = 40;
const AFTER = 20;
const ROBOT = 'dba';
/** How soon a secret that was put right is read again. */
const REREAD_MS = MINUTE;

/** `npm run replay -- --queue dead --code 93000`. Resolves to how many came back. */
async function replay({ sqs, queue, deadLetters }: LoadBench): Promise<number> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: sqs.endpoint, region: 'ap-southeast-1', credentials });
  const { replayed } = await replayQueue({
    queue: createHeldQueue(client, sqs.queueUrl(deadLetters.settings.name)),
    handOver: async (message) => {
      await client.send(copyOf({ ...message, attributes: {} }, sqs.queueUrl(queue.settings.name)));
    },
    code: '93000',
    describe: ({ id }) => id,
    print: () => {},
  });
  client.destroy();
  return replayed;
}

/** Somebody pasted the wrong key, and mends it five minutes later. */
export const wrongKey: Scenario = {
  title: 'A key wrong for 5 minutes, then right; then replay',
  run: async () => {
    const bench = await startLoadBench({ robots: ['default', ROBOT] });
    const { clock } = bench.time;
    const setKey = (key: string) =>
      bench.secretsManager.setSecret(SECRET_ID, secretOf({ ...bench.keys, [ROBOT]: key }));
    const send = (number: number) => {
      const at = clock.now();
      const message = JSON.stringify({ push_message: `慢查询 ${tokenOf(number)}`, robot: ROBOT });
      return bench.send(snsOf(message, at), { robot: ROBOT, token: tokenOf(number), at });
    };
    setKey(sampleKey(99));
    await spread(range(BEFORE), 5 * MINUTE, clock, send);
    await bench.drained();
    const wrong = bench.figures();
    const reasons = bench.deadLetters.messages().map(({ attributes }) => attributes['reason']?.StringValue ?? '');
    setKey(bench.keys[ROBOT] ?? '');
    await clock.sleep(REREAD_MS);
    await spread(
      range(AFTER).map((number) => BEFORE + number),
      MINUTE,
      clock,
      send,
    );
    await bench.drained();
    const right = bench.figures();
    const replayed = await replay(bench);
    await bench.drained();
    const figures = bench.figures();
    const told = bench.wecom.shown.filter(
      ({ robot, message }) => robot === 'default' && JSON.stringify(message).includes('93000'),
    );
    await bench.close();
    return {
      rows: [{ title: 'a key wrong for 5 minutes, then replay', figures }],
      checks: {
        'what was refused is parked': wrong.parked === BEFORE && wrong.shown === 0,
        'each with its reason':
          reasons.length === BEFORE && reasons.every((reason) => reason.includes('webhook 地址无效')),
        'the default group is told': told.length > 0,
        'what came after is shown': right.shown === AFTER && right.parked === BEFORE,
        'replay brings the parked ones':
          replayed === BEFORE && figures.shown === BEFORE + AFTER && figures.parked === 0,
        'none is lost, none is shown twice': figures.lost.length + figures.twiceUnexplained.length === 0,
      },
    };
  },
};
