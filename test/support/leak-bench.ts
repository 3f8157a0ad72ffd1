import { readConfig } from '../../src/app/config.js';
import type { DirectEdges } from '../../src/app/edges.js';
import { lineMask } from '../../src/app/line-mask.js';
import { wireDeliver } from '../../src/app/wire-deliver.js';
import { wireDirect } from '../../src/app/wire-direct.js';
import { wireNotify } from '../../src/app/wire-notify.js';
import { createInstantClock } from '../../src/base/instant-clock.js';
import { at } from '../../src/base/json.js';
import { createKnownSecrets, type Mask } from '../../src/base/known-secrets.js';
import { createLog } from '../../src/base/log.js';
import type { QueueEntry } from '../../src/queue/message/entry.js';
import type { ParkReason } from '../../src/queue/message/unshowable.js';
import { NO_ROUTES } from '../../src/routing/rule.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { createSecrets } from '../../src/secrets/secrets.js';
import type { PostResult } from '../../src/wecom/post/transport.js';

const START = Date.UTC(2026, 10, 29, 4);
const SECRET_ID = 'wecomrobot/robots';
const BASE_URL = 'https://qyapi.weixin.qq.com';

/** Where something may come out, and what did. */
export type Output = readonly [place: string, text: string];

interface LeakBenchOptions {
  /** The secret's text. */
  readonly secret: string;
  /** WeCom's answer to every message. */
  readonly answer?: PostResult;
  /** Takes masks out of the wiring, to show what each is for. */
  readonly without?: 'line-mask' | 'answer-mask';
}

const ACCEPTED: PostResult = { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"ok"}' };
const asItIs: Mask = (text) => text;

/** The whole product between edges that remember: an event goes to `notify`, over the queue to `deliver`, and to one without a queue. */
export async function leakBench({ secret, answer = ACCEPTED, without }: LeakBenchOptions) {
  const clock = createInstantClock(START);
  const known = createKnownSecrets();
  const outputs: Output[] = [];
  const posted: string[] = [];
  const print = (line: string) => outputs.push(['line', line]);
  const logMask = without === 'line-mask' ? asItIs : lineMask(known.mask);
  const log = createLog(print, clock.now, 'wecomrobot-test', () => ({ requestId: 'request-1' }), logMask);
  const secrets = createSecrets({
    readSecret: async () => secret,
    parse: (text) => parseRobotSecret(text, SECRET_ID, BASE_URL),
    known,
    clock,
    log,
  });
  await secrets.warm();
  const queued: QueueEntry[] = [];
  const queue = async (entries: readonly QueueEntry[]) => {
    queued.push(...entries);
    outputs.push(...entries.flatMap(outputsOf));
    return [];
  };
  const edges: DirectEdges = {
    transport: {
      post: async (_, json) => {
        posted.push(json);
        return answer;
      },
      check: async () => {},
    },
    keys: secrets,
    clock,
    random: () => 0,
    mask: without === 'answer-mask' ? asItIs : known.mask,
    log,
  };
  const reader = {
    changeVisibility: async () => [],
    delete: async () => {},
    send: queue,
    waiting: async () => 0,
    deadLetter: async (_: unknown, reason: ParkReason) => void outputs.push(['dead letter', JSON.stringify(reason)]),
  };
  const setup = (env: Readonly<Record<string, string>> = {}) => ({
    ...readConfig({ ROBOT_SECRET_ID: SECRET_ID, ...env }),
    routes: NO_ROUTES,
  });
  const direct = wireDirect(setup(), edges);
  const deliverSetup = setup({ DRAIN_QUEUE_URL: 'queue', DEAD_LETTER_QUEUE_URL: 'dead' });
  const apps = {
    notify: wireNotify(setup({ QUEUE_URL: 'queue' }), { ...edges, writer: { send: queue } }),
    deliver: wireDeliver(deliverSetup, { ...edges, reader, tellDirectly: direct }),
    direct,
  };

  async function run(name: keyof typeof apps, event: unknown): Promise<void> {
    try {
      const answered = await apps[name](event, { requestId: 'request-1', remainingMs: () => 60_000 });
      outputs.push([`answer of ${name}`, JSON.stringify(answered) ?? '']);
    } catch (error) {
      outputs.push([`error of ${name}`, textOfError(error)]);
    }
  }

  return {
    outputs,
    /** What WeCom was given, as JSON. */
    posted,
    /** Has `deliver` take messages that are on the queue. */
    take: (entries: readonly QueueEntry[]) => run('deliver', batchOf(entries)),
    /** Sends an event all the ways there are. */
    async send(event: unknown): Promise<void> {
      await run('notify', event);
      for (const batch of [queued.splice(0), queued.splice(0)])
        if (batch.length > 0) await run('deliver', batchOf(batch));
      await run('direct', event);
    },
  };
}

/** The fields of a queued notification that are ours. The others are its content, which its sender wrote for the group. */
const OURS = ['kind', 'id', 'renderer', 'severity', 'occurredAt', 'robot', 'format', 'part', 'delayMs', 'mayBeRepeat'];

/** What an entry of the queue holds beside the content of its message and the people that its sender named by number. */
function outputsOf({ body, groupId, deduplicationId }: QueueEntry): readonly Output[] {
  const { notification, ...rest }: { notification?: unknown } = JSON.parse(body);
  const ours = OURS.map((name) => at(notification, name));
  const people = [at(notification, 'mentions', 'people'), at(notification, 'mentions', 'userIds')];
  return [['queue', JSON.stringify({ groupId, deduplicationId, people, ours, rest })]];
}

function batchOf(entries: readonly QueueEntry[]) {
  const [first] = entries;
  const group = entries.filter(({ groupId }) => groupId === first?.groupId).slice(0, 10);
  return {
    Records: group.map(({ body, groupId }, index) => ({
      eventSource: 'aws:sqs',
      messageId: `message-${index}`,
      receiptHandle: `receipt-${index}`,
      body,
      attributes: { MessageGroupId: groupId, ApproximateReceiveCount: '1' },
    })),
  };
}

/** All that Lambda may print of an error. */
export function textOfError(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  const cause = error.cause === undefined ? '' : textOfError(error.cause);
  // Its frames are places in the code.
  const stack = error.stack?.replace(/\n {4}at .*/g, '') ?? '';
  return [error.name, error.message, stack, JSON.stringify({ ...error }), cause].join('\n');
}
