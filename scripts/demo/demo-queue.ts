import { startDeployment } from '../../local/deployment.js';
import { stormEvents } from '../../local/group/storm.js';
import { sampleKey, sampleSecret } from '../../local/secrets-manager/sample-secret.js';
import { scaledTime } from '../../local/time/scaled-time.js';
import { showMessage, textOf } from '../../local/wecom/show.js';
import { parseObject, textAt } from '../../src/base/json.js';

const SCALE = 20;
const ALARMS = 50;
const SECRET_ID = 'demo/queue';
const ROBOT = 'default';

/** The result of the second act. */
export interface QueueDemo {
  readonly events: number;
  readonly messages: number;
  /** Alarms that the group never saw. */
  readonly missing: readonly string[];
}

const alarmName = (event: unknown): string =>
  textAt(parseObject(textAt(event, 'Records', 0, 'Sns', 'Message') ?? ''), 'AlarmName') ?? '';

/**
 * Sends a storm of alarms through the queue, as deployed: `notify` and `deliver` in processes of their own, the queue
 * between them, and a WeCom that accepts 20 messages a minute. Its time runs faster; the demo's own does not.
 * @param settings the team's settings, for both functions.
 */
export async function demoQueue(bundle: string, settings: Readonly<Record<string, string>>): Promise<QueueDemo> {
  const time = scaledTime(SCALE);
  const key = sampleKey(1);
  const { notify, drained, wecom, close } = await startDeployment({
    bundle,
    time,
    secretId: SECRET_ID,
    keys: { [key]: ROBOT },
    secrets: { [SECRET_ID]: sampleSecret({ [ROBOT]: key }) },
    window: 'both',
    env: settings,
  });
  const startedAt = time.clock.now();
  const seconds = (at: number): number => Math.round((at - startedAt) / 1000);
  console.log(`\n══ Through the queue: ${ALARMS} alarms at once to one group. Time runs ${SCALE} times as fast.`);
  wecom.onShown((message) => console.log(`\n${seconds(message.at)} s\n${showMessage(message)}`));
  const storm = stormEvents(startedAt).slice(0, ALARMS);
  await Promise.all(storm.map((event) => notify(event)));
  await drained();
  const shown = wecom.shown.map(({ message }) => textOf(message)).join('\n');
  const missing = storm.map(alarmName).filter((name) => !shown.includes(name));
  const tookSeconds = seconds(wecom.shown.at(-1)?.at ?? startedAt);
  console.log(
    `\n${ALARMS} alarms in ${wecom.shown.length} messages within ${tookSeconds} s, at a pace that WeCom accepts`,
  );
  await close();
  return { events: storm.length, messages: wecom.shown.length, missing };
}
