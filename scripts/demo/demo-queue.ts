import { startDeployment } from '../../local/deployment/deployment.js';
import { stormEvents } from '../../local/group/storm.js';
import { sampleKey, sampleSecret } from '../../local/secrets-manager/sample-secret.js';
import { scaledTime } from '../../local/time/scaled-time.js';
import { showMessage } from '../../local/wecom/show.js';
import { type Tally, tallyQueued } from './tally.js';
import { until } from './until.js';

const SCALE = 20;
/** Of `notify`, in its time: a busy machine must not end it. */
const NOTIFY_TIMEOUT_MS = 10 * 60_000;
const ALARMS = 50;
const SECRET_ID = 'demo/queue';
const ROBOT = 'default';

/**
 * Sends a storm of alarms through the queue, as deployed: `notify` and `deliver` in processes of their own, the queue
 * between them, and a WeCom that accepts 20 messages a minute. Its time runs faster; the demo's own does not.
 * @param settings the team's settings, for both functions.
 */
export async function demoQueue(functionFolder: string, settings: Readonly<Record<string, string>>): Promise<Tally> {
  const time = scaledTime(SCALE);
  const key = sampleKey(1);
  const { notify, drained, wecom, lines, close } = await startDeployment({
    functionFolder,
    time,
    notifyTimeoutMs: NOTIFY_TIMEOUT_MS,
    secretId: SECRET_ID,
    keys: { [key]: ROBOT },
    secrets: { [SECRET_ID]: sampleSecret({ [ROBOT]: key }) },
    window: 'both',
    heartbeats: true,
    env: settings,
  });
  const startedAt = time.clock.now();
  const seconds = (at: number): number => Math.round((at - startedAt) / 1000);
  console.log(`\n══ Through the queue: ${ALARMS} alarms at once to one group. Time runs ${SCALE} times as fast.`);
  wecom.onShown((message) => console.log(`\n${seconds(message.at)} s\n${showMessage(message)}`));
  const storm = stormEvents(startedAt).slice(0, ALARMS);
  await Promise.all(storm.map((event) => notify(event)));
  await drained();
  const tookSeconds = seconds(wecom.shown.at(-1)?.at ?? startedAt);
  console.log(
    `\n${ALARMS} alarms in ${wecom.shown.length} messages within ${tookSeconds} s, at a pace that WeCom accepts`,
  );
  const tally = (): Tally => tallyQueued(storm.length, lines, wecom.shown);
  await until(() => tally().failed.length === 0);
  await close();
  return tally();
}
