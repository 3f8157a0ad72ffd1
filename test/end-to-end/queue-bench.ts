import { type Deployment, startDeployment } from '../../local/deployment/deployment.js';
import { SAMPLE_TOKEN, sampleKey } from '../../local/secrets-manager/sample-secret.js';
import type { Refusal } from '../../local/sqs/dispatch.js';
import { scaledTime } from '../../local/time/scaled-time.js';
import { type JsonObject, parseObject, textAt } from '../../src/base/json.js';
import { builtFolder } from './deployed-function.js';

/** Times as fast as real time: a consumer then has six real seconds for what takes it less than one. */
const SCALE = 10;
/** Of `notify`, in its time: only a hang lasts so long. */
const NOTIFY_TIMEOUT_MS = 10 * 60_000;
export const SECRET_ID = 'wecomrobot/robots';

export interface QueueBench extends Deployment {
  /** The key of a robot, WeCom's and the secret's. */
  keyOf(robot: string): string;
  /** What a robot's group shows, oldest first. */
  contents(robot: string): readonly string[];
  /** Milliseconds between the attempts of a robot, in order. */
  pauses(robot: string): readonly number[];
  /** Lines of the log about a notification, by what became of it. */
  log(id: string, status?: string): readonly JsonObject[];
  /** Decides from now on what SQS refuses; nothing where it is left out. */
  refuseWith(refusal?: Refusal): void;
  setSecret(robots: Readonly<Record<string, string>>): void;
}

/** Both functions with these robots, and one key that the secret holds and WeCom does not: `gone`. */
export async function startQueueBench(...robots: readonly string[]): Promise<QueueBench> {
  const names = ['default', ...robots];
  const keyOf = (robot: string): string => sampleKey(names.indexOf(robot) + 1);
  const keys = Object.fromEntries(names.map((name) => [name, keyOf(name)]));
  const secretOf = (held: Readonly<Record<string, string>>): string =>
    JSON.stringify({ robots: { ...held, gone: sampleKey(99) }, httpTokens: [SAMPLE_TOKEN] });
  let refuse: Refusal | undefined;
  const deployment = await startDeployment({
    functionFolder: await builtFolder(),
    secretId: SECRET_ID,
    time: scaledTime(SCALE),
    notifyTimeoutMs: NOTIFY_TIMEOUT_MS,
    window: 'both',
    keys: Object.fromEntries(names.map((name) => [keyOf(name), name])),
    secrets: { [SECRET_ID]: secretOf(keys) },
    refusal: (action, input) => refuse?.(action, input),
  });
  const { wecom, lines } = deployment;
  return {
    ...deployment,
    keyOf,
    contents: (robot) =>
      wecom.shown
        .filter((shown) => shown.robot === robot)
        .map(({ message }) => textAt(message, String(message['msgtype']), 'content') ?? String(message['msgtype'])),
    pauses: (robot) => {
      const times = wecom.attempts.filter((attempt) => attempt.robot === robot).map(({ at }) => at);
      return times.slice(1).map((at, index) => at - (times[index] ?? 0));
    },
    log: (id, status) =>
      lines
        .map((line) => parseObject(line) ?? {})
        .filter((line) => line['id'] === id && (status === undefined || line['status'] === status)),
    refuseWith: (refusal) => {
      refuse = refusal;
    },
    setSecret: (held) => deployment.secretsManager.setSecret(SECRET_ID, secretOf(held)),
  };
}

/** The four parameters, as an EventBridge event that happened `agoMs` ago. Its notification's id is `eb:<id>`. */
export function pushEvent(bench: QueueBench, id: string, detail: object, agoMs = 0): object {
  return {
    version: '0',
    id,
    'detail-type': 'WeCom Notification',
    source: 'com.example.shop',
    account: '111122223333',
    time: new Date(bench.time.clock.now() - agoMs).toISOString(),
    region: 'ap-southeast-1',
    resources: [],
    detail,
  };
}
