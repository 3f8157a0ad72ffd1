import { snsOf } from '../../local/samples/alarm-events.js';
import { readConfig } from '../../src/app/config.js';
import { systemClock } from '../../src/base/clock.js';
import { silentLog } from '../../src/base/log.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import { createQueueDispatch } from '../../src/queue/enqueue.js';
import { route } from '../../src/routing/route.js';
import { NO_ROUTES, type Rule } from '../../src/routing/rule.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { wordsOf } from '../../src/text/words.js';
import { judgeEvent } from '../../src/verdict/verdict.js';
import { compose } from '../../src/wecom/compose/compose.js';
import { merge } from '../../src/wecom/compose/merge.js';
import { partsOf } from '../../src/wecom/compose/parts.js';
import { drainer } from '../bench/subjects/drainer.js';
import { readSample } from '../samples/read-sample.js';
import {
  AT,
  draftOf,
  eventOf,
  LINE,
  notificationOf,
  notifications,
  pairsOf,
  range,
  rulesOf,
  secretOf,
  textOf,
  writtenOf,
} from './growth-samples.js';

/** A step of an alarm's way, and what there is more and more of. */
export interface GrowthWork {
  readonly step: string;
  /** The unit of its size, and the sizes at 1x and 100x. */
  readonly of: string;
  /** Makes the work of this size, which is done several times. */
  readonly make: (size: number) => () => unknown;
}

const words = wordsOf('zh-CN');
const config = { ...readConfig({}), routes: NO_ROUTES };
/** Bytes of the smallest event: a hundred times that is the most that EventBridge takes. */
const EVENT_BYTES = 2560;
const FEW = 10;
const ROBOTS = 2;
const RULES = 2;

/** Returns a function that queues these, in batches of ten, with a queue that takes everything. */
function enqueuer(queued: readonly Notification[]): () => unknown {
  const queue = { send: async () => [] };
  const dispatch = createQueueDispatch({ queue, maxBytes: config.queueMaxBytes, clock: systemClock, log: silentLog });
  return () => dispatch(queued, systemClock.now() + 60_000);
}

function routingBy(rules: readonly Rule[]) {
  return { routes: { rules, accounts: {} }, format: 'text', timeZone: 'UTC', mentionOnAlarm: NOBODY } as const;
}

const mergeable = (all: readonly Notification[]) => all.map((notification) => ({ notification, whom: '' }));

const BY_NUMBER = 'notifications, from 10';
const BY_BYTES = 'bytes of an event, 2.5 to 256 kB';
const BY_RULES = 'rules, 2 to 200';
const BY_ROBOTS = 'robots, 2 to 200';

/** Every step of the way. */
export const GROWTH_WORK: readonly GrowthWork[] = [
  {
    step: 'read and render',
    of: BY_NUMBER,
    make: (size) => {
      const event = eventOf(FEW * size);
      return () => readSample(event, config);
    },
  },
  {
    step: 'judge',
    of: BY_NUMBER,
    make: (size) => {
      const bodies = range(FEW * size).map((number) => ({ order: number, state: 'failed', text: LINE }));
      return () => bodies.map((body) => judgeEvent(body, ['Order Event']));
    },
  },
  {
    step: 'route',
    of: BY_NUMBER,
    make: (size) => {
      const drafts = range(FEW * size).map((number) => draftOf(number));
      const routing = routingBy(rulesOf(FEW));
      return () => drafts.map((draft) => route(draft, routing, AT));
    },
  },
  {
    step: 'divide',
    of: BY_NUMBER,
    make: (size) => {
      const all = range(FEW * size).map((number) => writtenOf(number, EVENT_BYTES));
      return () => all.map((one) => partsOf(one, words));
    },
  },
  { step: 'enqueue', of: BY_NUMBER, make: (size) => enqueuer(notifications(FEW * size)) },
  { step: 'drain', of: BY_NUMBER, make: (size) => drainer(notifications(FEW * size), words) },
  {
    step: 'merge',
    of: BY_NUMBER,
    make: (size) => {
      const all = mergeable(notifications(FEW * size));
      return () => merge(all, words, config.timeZone);
    },
  },
  {
    step: 'compose',
    of: BY_NUMBER,
    make: (size) => {
      const all = notifications(FEW * size);
      return () => all.map((one) => compose(one, words));
    },
  },
  {
    step: 'read and render',
    of: BY_BYTES,
    make: (size) => {
      const event = snsOf(
        JSON.stringify({ source: 'shop', 'detail-type': 'Order', ...pairsOf(EVENT_BYTES * size) }),
        AT,
      );
      return () => readSample(event, config);
    },
  },
  {
    step: 'read and render a text',
    of: BY_BYTES,
    make: (size) => {
      const event = snsOf(textOf(EVENT_BYTES * size), AT);
      return () => readSample(event, config);
    },
  },
  {
    step: 'judge',
    of: BY_BYTES,
    make: (size) => {
      const body = pairsOf(EVENT_BYTES * size);
      return () => judgeEvent(body, ['Order Event']);
    },
  },
  {
    step: 'divide',
    of: BY_BYTES,
    make: (size) => {
      const long = writtenOf(1, EVENT_BYTES * size);
      return () => partsOf(long, words);
    },
  },
  {
    step: 'enqueue',
    of: BY_BYTES,
    make: (size) => enqueuer([notificationOf(1, 1, textOf(EVENT_BYTES * size))]),
  },
  {
    step: 'compose',
    of: BY_BYTES,
    make: (size) => {
      const long = notificationOf(1, 1, textOf(EVENT_BYTES * size));
      return () => compose(long, words);
    },
  },
  {
    step: 'route',
    of: BY_RULES,
    make: (size) => {
      const draft = draftOf(1);
      const routing = routingBy(rulesOf(RULES * size));
      return () => route(draft, routing, AT);
    },
  },
  { step: 'enqueue', of: BY_ROBOTS, make: (size) => enqueuer(notifications(ROBOTS * size, ROBOTS * size)) },
  {
    step: 'drain',
    of: BY_ROBOTS,
    make: (size) => drainer(notifications(ROBOTS * size, ROBOTS * size), words),
  },
  {
    step: 'read the secret',
    of: BY_ROBOTS,
    make: (size) => {
      const text = secretOf(ROBOTS * size);
      return () => parseRobotSecret(text, 'wecomrobot', config.wecomBaseUrl);
    },
  },
];
