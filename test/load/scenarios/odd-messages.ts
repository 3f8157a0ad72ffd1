import { snsOf } from '../../../local/samples/alarm-events.js';
import { SAMPLE_TOKEN, sampleKey } from '../../../local/secrets-manager/sample-secret.js';
import { delaysOf } from '../ledger.js';
import { type LoadBench, SECRET_ID, secretOf, startLoadBench } from '../load-bench.js';
import { atMost, type Checks, type Row, range, type Scenario, tokenOf } from '../scenario.js';

const MINUTE = 60_000;
const COUNT = 15;

/** An HTTP request to the door that takes what WeCom itself takes. */
function wecomRequest(body: object): object {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/cgi-bin/webhook/send',
    rawQueryString: `key=${SAMPLE_TOKEN}`,
    headers: { 'content-type': 'application/json' },
    queryStringParameters: { key: SAMPLE_TOKEN },
    requestContext: { http: { method: 'POST', path: '/cgi-bin/webhook/send', sourceIp: '127.0.0.1' } },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}

const nullMentions = (token: string) => ({
  msgtype: 'text',
  text: { content: `发布 ${token} 完成`, mentioned_list: null },
});

/** Sends one odd message and, after it, ordinary alarms. Resolves to its row, and checks that the alarms were in time. */
async function tryOne(title: string, odd: (bench: LoadBench) => Promise<void>): Promise<[Row, Checks]> {
  const bench = await startLoadBench({
    robots: ['default'],
    secrets: { [SECRET_ID]: secretOf({ default: sampleKey(1) }, [SAMPLE_TOKEN]) },
  });
  await odd(bench);
  await Promise.all(range(COUNT).map((number) => bench.alarm(number + 1)));
  await bench.drained();
  const latest = Math.max(...delaysOf(bench)) / MINUTE;
  const row = bench.row(title);
  await bench.close();
  return [row, atMost(`${title}: shown within`, latest, 2, ' min')];
}

const sent = (bench: LoadBench) => ({ robot: 'default', token: tokenOf(0), at: bench.time.clock.now() });

/** Messages in a shape that stopped everybody: each is shown or parked, and the fifteen after it are shown. */
export const oddMessages: Scenario = {
  title: 'mentioned_list null by two roads, a title of 1,200 spaces, a queue body of a newer version; then 15 alarms',
  run: async () => {
    const tried = [
      await tryOne("`mentioned_list: null` at WeCom's own path", (bench) =>
        bench.send(wecomRequest(nullMentions(tokenOf(0))), sent(bench)),
      ),
      await tryOne('`mentioned_list: null` by SNS', (bench) =>
        bench.send(snsOf(JSON.stringify(nullMentions(tokenOf(0))), bench.time.clock.now()), sent(bench)),
      ),
      await tryOne('a title of 1,200 spaces', (bench) =>
        bench.send(
          snsOf(JSON.stringify({ push_message: `${' '.repeat(1200)}正文 ${tokenOf(0)}` }), bench.time.clock.now()),
          sent(bench),
        ),
      ),
      await tryOne('a body of a newer version', async (bench) => {
        bench.sent.push(sent(bench));
        const body = JSON.stringify({ v: 99, notification: { title: tokenOf(0) } });
        bench.queue.send({ body, groupId: 'default', dedupId: 'newer', attributes: {} });
      }),
    ];
    const rows = tried.map(([row]) => row);
    const figuresOf = rows.map(({ figures }) => figures);
    return {
      rows,
      checks: Object.assign(
        {
          'only the odd message is parked, what WeCom may take is shown': figuresOf.every(
            ({ parked }, index) => parked <= (index === 2 ? 0 : 1),
          ),
        },
        ...tried.map(([, checks]) => checks),
        atMost('shown twice', Math.max(...figuresOf.map(({ twice }) => twice)), 0),
      ),
    };
  },
};
