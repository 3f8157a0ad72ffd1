import type { Clock } from '../src/clock.js';
import { type EventSourceMapping, startEventSourceMapping } from './event-source-mapping.js';
import type { LiveQueue } from './fifo-live-queue.js';
import type { GroupSettings } from './group-entry.js';
import { createGroupFunctions, DEAD_LETTERS, type GroupFunctions, QUEUE } from './group-functions.js';
import { sampleKey, sampleSecret } from './sample-secret.js';
import { scaledTime } from './scaled-time.js';
import { type SqsEndpoint, startSqsEndpoint } from './sqs-endpoint.js';
import { type StandIns, startStandIns } from './stand-ins.js';
import type { WecomSimulator } from './wecom-simulator.js';

const SECRET_ID = 'wecomrobot';
/** As serverless.yml gives them, milliseconds. */
const DELIVER_TIMEOUT_MS = 60_000;
const VISIBILITY_TIMEOUT_MS = 90_000;
const RETENTION_MS = 14 * 24 * 60 * 60_000;

export interface MachineryOptions {
  /** The built function. */
  readonly bundle: string;
  /** Names of the robots, `default` first. */
  readonly robots: readonly string[];
  /** The team's own settings: `MENTION_ON_ALARM`, `ACCOUNT_NAMES`, `TIME_ZONE`, … */
  readonly env: Readonly<Record<string, string>>;
  readonly settings: GroupSettings;
}

/** WeCom, the secret, the queues with their event source mapping, and the two functions: the deployment on this machine. */
export interface Machinery extends GroupFunctions {
  readonly clock: Clock;
  readonly wecom: WecomSimulator;
  readonly queue: LiveQueue;
  readonly deadLetters: LiveQueue;
  /** Begins to hand the queue's messages to the consumer, telling of each batch before and after. */
  drain(watch: { onTaken(event: unknown): void; onSettled(): void }): void;
  /** Ends every process and server; what runs is cut off. */
  stop(): Promise<void>;
}

/** WeCom and the secret with a key for each robot. WeCom's minute is counted both ways, as nobody knows which one it is. */
function startWecom(robots: readonly string[], clock: Clock): Promise<StandIns> {
  const keys = robots.map((robot, index) => [robot, sampleKey(index + 1)] as const);
  return startStandIns({
    keys: Object.fromEntries(keys.map(([robot, key]) => [key, robot])),
    secrets: { [SECRET_ID]: sampleSecret(Object.fromEntries(keys)) },
    window: 'both',
    clock,
  });
}

function startQueues(clock: Clock): Promise<SqsEndpoint> {
  const timing = { visibilityTimeoutMs: VISIBILITY_TIMEOUT_MS, retentionMs: RETENTION_MS };
  const deadLetter = { name: DEAD_LETTERS, maxReceiveCount: 1000 };
  return startSqsEndpoint({
    clock,
    queues: [
      { name: DEAD_LETTERS, ...timing },
      { name: QUEUE, ...timing, deadLetter },
    ],
  });
}

/** Starts the servers; the functions' processes start when they are first needed. */
export async function startMachinery({ bundle, robots, env, settings }: MachineryOptions): Promise<Machinery> {
  const time = scaledTime(settings.speed);
  const { clock } = time;
  const [standIns, sqs] = await Promise.all([startWecom(robots, clock), startQueues(clock)]);
  const functionsEnv = { ...env, ...standIns.environment(SECRET_ID) };
  const functions = createGroupFunctions({ bundle, time, sqs, settings, env: functionsEnv });
  const queue = sqs.queue(QUEUE);
  let mapping: EventSourceMapping | undefined;
  return {
    ...functions,
    ...{ clock, queue },
    wecom: standIns.wecom,
    deadLetters: sqs.queue(DEAD_LETTERS),
    drain: ({ onTaken, onSettled }) => {
      mapping = startEventSourceMapping({
        ...{ queue, clock },
        invoke: (event) => {
          onTaken(event);
          return functions.deliver.invoke(event, { timeoutMs: DELIVER_TIMEOUT_MS });
        },
        onBatch: onSettled,
      });
    },
    stop: async () => {
      functions.notify.stop();
      functions.deliver.stop();
      await mapping?.stop();
      await Promise.all([sqs.close(), standIns.close()]);
    },
  };
}
