import { SAMPLE_TOKEN, sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { textAt } from '../../../src/base/json.js';
import { delaysOf } from '../ledger.js';
import { type LoadBench, SECRET_ID, secretOf, startLoadBench } from '../load-bench.js';
import { atMost, minutes, range, type Scenario, spread, tokenOf } from '../scenario.js';

/** A secret serves for five minutes; then it is to be read anew. */
const BEFORE_MS = minutes(1);
const FOR_MS = minutes(12);
const EVERY_MS = 20_000;

/** Sends one message through the HTTP door. Resolves to how long its answer took, milliseconds. */
async function throughDoor(bench: LoadBench, number: number): Promise<number> {
  const at = bench.time.clock.now();
  const token = tokenOf(number);
  bench.sent.push({ robot: 'default', token, at });
  const answer = await bench.notify({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/push',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${SAMPLE_TOKEN}` },
    requestContext: { http: { method: 'POST', path: '/push', sourceIp: '127.0.0.1' } },
    body: JSON.stringify({ push_message: `作业 ${token} 结束` }),
    isBase64Encoded: false,
  });
  if (!/20[02]/.test(String(textAt(answer, 'statusCode') ?? JSON.stringify(answer))))
    throw new Error(JSON.stringify(answer));
  return bench.time.clock.now() - at;
}

/** Secrets Manager answered once, and then no more. */
export const hangingSecret: Scenario = {
  title: 'Secrets Manager hangs for 12 minutes after a good read; alarms and the HTTP door',
  run: async () => {
    const secrets = { [SECRET_ID]: secretOf({ default: sampleKey(1) }, [SAMPLE_TOKEN]) };
    const bench = await startLoadBench({ robots: ['default'], secrets, consumers: 2 });
    const { clock } = bench.time;
    await bench.alarm(0);
    await throughDoor(bench, 1);
    await clock.sleep(BEFORE_MS);
    bench.secretsManager.faults.keep({ kind: 'hang', forMs: FOR_MS });
    const answers: number[] = [];
    await spread(range(FOR_MS / EVERY_MS), FOR_MS, clock, async (n) => {
      if (n % 2 === 0) await bench.alarm(2 + n);
      else answers.push(await throughDoor(bench, 2 + n));
    });
    await bench.drained();
    const row = bench.row('Secrets Manager hangs for 12 min');
    const latest = Math.max(...delaysOf(bench)) / 1000;
    await bench.close();
    return {
      rows: [row],
      checks: {
        ...atMost('shown twice', row.figures.twice, 0),
        ...atMost('late by', latest, 10, ' s'),
        ...atMost('the door answers within', Math.max(...answers) / 1000, 10, ' s'),
      },
    };
  },
};
